using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary><c>search</c> and <c>find</c>.</summary>
internal sealed partial class QueryBinder
{
    private RowScope BindSearch(SearchOperator search, RowScope? input, Scope scope) => input ?? BindRest(search, WrongTable, scope);

    private RowScope BindFind(FindOperator find, Scope scope) => BindRest(find, WrongTable, scope);
}
