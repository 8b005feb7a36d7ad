using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>Functions of the hunting schema: <c>invoke FileProfile(SHA1, 1000)</c>, <c>AssignedIPAddresses("id")</c>.</summary>
internal sealed partial class QueryBinder
{
    private RowScope CallService(ServiceFunction function, FunctionCall call, RowScope? input, Scope scope)
    {
        var inner = input is null ? scope : scope with { Rows = input };
        foreach (var argument in call.Arguments)
            BindArgumentValue(argument, inner);
        var required = function.Parameters.Count(p => p.IsRequired);
        if (call.Arguments.Count < required || call.Arguments.Count > function.Parameters.Length)
            _diagnostics.ArgumentCount(call.Name.Span, function.Name, required, function.Parameters.Length);
        var columns = input is null ? function.Columns : ServiceColumns(function, input.Columns);
        var relation = new BoundPending(function.Name, input is null ? [] : [input.Relation], columns) { Span = call.Span };
        return input is null ? new RowScope(relation) : input.Like(relation);
    }

    private static ImmutableArray<ColumnSymbol> ServiceColumns(ServiceFunction function, ImmutableArray<ColumnSymbol> input)
    {
        switch (function.Result)
        {
            case ServiceResult.Filters:
                return input;
            case ServiceResult.Table:
                return function.Columns;
            case ServiceResult.AppendsAndReplaces:
                return [.. input.Where(c => !function.Columns.Any(f => f.Name == c.Name)), .. function.Columns];
            default:
                var names = new UniqueNames();
                var columns = ImmutableArray.CreateBuilder<ColumnSymbol>(input.Length + function.Columns.Length);
                foreach (var column in input)
                {
                    names.Take(column.Name);
                    columns.Add(column);
                }

                foreach (var column in function.Columns)
                {
                    var name = names.Take(column.Name);
                    columns.Add(name == column.Name ? column : new ColumnSymbol(name, column.Type));
                }

                return columns.MoveToImmutable();
        }
    }
}
