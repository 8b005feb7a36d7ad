using System.Collections.Immutable;
using System.Globalization;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;
using Drever.Kql.Text;

namespace Drever.Kql.Binding;

/// <summary><c>union</c>, and what is made of one: <c>search</c>, <c>find</c>.</summary>
internal sealed partial class QueryBinder
{
    /// <summary>A leg and the name that <c>withsource</c> shows for it.</summary>
    private readonly record struct Leg(RowScope Rows, string Name);

    private RowScope BindUnion(UnionOperator union, RowScope? input, Scope scope)
    {
        CheckWord(union.Parameters, "kind", "inner", "outer");
        var isFuzzy = union.Parameters.Find("isfuzzy")?.Word == "true";
        var legs = new List<Leg>(union.Tables.Count + 1);
        if (input is not null)
            legs.Add(new(input, "union_arg0"));
        var isMissing = AddLegs(union.Tables, legs, isFuzzy, scope with { Rows = null });
        var source = (union.Parameters.Find("withsource") ?? union.Parameters.Find("with_source"))?.Word;
        var isInner = union.Parameters.Find("kind")?.Word == "inner";
        return Union(legs, source, isInner, union.Span, isMissing ? union : null);
    }

    /// <summary>Binds the tables of a list; true when a fuzzy one goes without a table that there is none of.</summary>
    private bool AddLegs(IReadOnlyList<Expression> tables, List<Leg> legs, bool isFuzzy, Scope scope)
    {
        var isMissing = false;
        foreach (var table in tables)
        {
            switch (table)
            {
                case StarExpression:
                    AddMatching("*", table.Span, legs, scope);
                    break;
                case WildcardNameExpression wildcard:
                    AddMatching(wildcard.Pattern, table.Span, legs, scope);
                    break;
                case NameExpression name when isFuzzy && IsMissing(name, scope):
                    _diagnostics.Warning("KS205", name.Span, $"There is no table '{name.Name.Text}'; the union goes on without it.");
                    isMissing = true;
                    break;
                case ParenthesizedExpression { Inner: PipeExpression { Source: NameExpression name } } when isFuzzy && IsMissing(name, scope):
                    _diagnostics.Warning("KS205", name.Span, $"There is no table '{name.Name.Text}'; the union goes on without it.");
                    isMissing = true;
                    break;
                default:
                    var legName = UnwrapName(table)?.Name.Text ?? string.Create(CultureInfo.InvariantCulture, $"union_arg{legs.Count}");
                    legs.Add(new(BindTable(table, scope), legName));
                    break;
            }
        }

        return isMissing;
    }

    private bool IsMissing(NameExpression name, Scope scope) =>
        scope.Locals.Find(name.Name.Text) is null && context.Tables.FindTable(name.Name.Text) is null;

    private RowScope BindWildcardTables(WildcardNameExpression wildcard, Scope scope)
    {
        var legs = new List<Leg>();
        AddMatching(wildcard.Pattern, wildcard.Span, legs, scope);
        return Union(legs, null, isInner: false, wildcard.Span);
    }

    /// <summary>All views that the query declares and all stored tables of a matching name; legacy tables only show the rows of others.</summary>
    private void AddMatching(string pattern, TextSpan span, List<Leg> legs, Scope scope)
    {
        var before = legs.Count;
        foreach (var table in context.Tables.Tables)
        {
            if (!table.IsLegacy && Wildcard.Matches(pattern, table.Name))
                legs.Add(new(new RowScope(new BoundScan(table) { Span = span }), table.Name));
        }

        foreach (var (name, item) in scope.Locals.Items)
        {
            if (item is LocalFunction { Declaration: { IsView: true, Parameters.Count: 0 } } view && Wildcard.Matches(pattern, name)
                && CallDeclared(view, null, span, scope) is { IsTable: true, Table: var rows })
                legs.Add(new(rows, name));
        }

        if (legs.Count == before)
            _diagnostics.UnknownTable("KS142", span, scope.Operator, pattern, null);
    }

    /// <summary>
    /// Columns of one name and type are one column, in the order in which they come first; those of one name and several types are as
    /// many columns, with the type behind the name.
    /// </summary>
    /// <param name="openAt">The union whose missing tables may have columns that the query names: these are null.</param>
    private RowScope Union(List<Leg> legs, string? sourceName, bool isInner, TextSpan span, SyntaxNode? openAt = null)
    {
        var right = legs.Where(l => !l.Rows.IsWrong).ToList();
        var isWrong = right.Count < legs.Count || (right.Count == 0 && _diagnostics.HasErrors);
        var names = new UniqueNames();
        var result = ImmutableArray.CreateBuilder<ColumnSymbol>();
        ColumnSymbol? source = null;
        if (sourceName is not null)
            result.Add(source = new ColumnSymbol(names.Take(sourceName), KqlType.String));
        var groups = UnionColumns.Gather(right.ConvertAll(l => l.Rows));
        foreach (var group in groups)
        {
            if (!isInner || group.IsInAll)
                result.Add(group.ToColumn(names));
        }

        var added = openAt is null ? [] : inferred.Of(openAt);
        result.AddRange(added);
        var chosen = isInner ? groups.Where(g => g.IsInAll).ToList() : groups;
        var hidden = UnionColumns.HiddenInAll(right.ConvertAll(l => l.Rows), chosen);
        var bound = ImmutableArray.CreateBuilder<UnionLeg>(right.Count);
        for (var i = 0; i < right.Count; i++)
        {
            var leg = i;
            var sources = ImmutableArray.CreateBuilder<ColumnSymbol?>(result.Count + hidden.Length);
            if (source is not null)
                sources.Add(null);
            sources.AddRange(chosen.Select(g => g.Sources[leg]));
            sources.AddRange(added.Select(_ => (ColumnSymbol?)null));
            sources.AddRange(hidden.Select(h => right[leg].Rows.Find(h.Name)));
            bound.Add(new(right[i].Rows.Relation, sources.ToImmutable()));
        }

        var relation = new BoundUnion(bound.MoveToImmutable(), result.ToImmutable(), source, source is null ? [] : [.. right.Select(l => l.Name)]) { Hidden = hidden, Span = span };
        var size = right.Aggregate(default(TreeSize), (sum, l) => sum + l.Rows.Size).Over();
        return new RowScope(relation) { IsWrong = isWrong, Size = size, OpenAt = openAt ?? right.Select(l => l.Rows.OpenAt).FirstOrDefault(o => o is not null) };
    }
}
