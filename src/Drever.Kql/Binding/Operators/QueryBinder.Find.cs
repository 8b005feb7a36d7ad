using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>
/// <c>find</c>: the rows of several tables that fulfil a condition. Shown are the columns that all tables have and those that the condition
/// names, or those that are asked for; the others of a row are packed into <c>pack_</c>. Source: the page "find operator".
/// </summary>
internal sealed partial class QueryBinder
{
    private const string PackColumn = "pack_";

    private RowScope BindFind(FindOperator find, Scope scope)
    {
        var legs = new List<Leg>();
        if (find.Tables is { } tables)
            AddLegs(tables, legs, find.Parameters.Find("isfuzzy")?.Word == "true", scope with { Rows = null });
        else
            AddMatching("*", find.Span, legs, scope);
        if (legs.Count == 0 || legs.Exists(l => l.Rows.IsWrong))
            return WrongTable;

        var types = new Dictionary<string, KqlType>(StringComparer.Ordinal);
        foreach (var column in legs.SelectMany(l => l.Rows.Columns))
            types[column.Name] = column.Type;
        var named = new HashSet<string>(StringComparer.Ordinal);
        var predicates = legs.ConvertAll(l => BindSearchPredicate(find.Condition, scope with { Rows = l.Rows, Elsewhere = new(types, named) }, isCased: false));
        var shown = FindColumns(find, legs, types, named, scope);
        var packs = find.Project is { Count: > 0 } project
            ? project.Any(c => c.IsPack)
            : legs.Exists(l => l.Rows.Columns.Any(c => !shown.Any(s => s.Name == c.Name)));
        var projected = new List<Leg>(legs.Count);
        for (var i = 0; i < legs.Count; i++)
        {
            var filtered = new BoundFilter(legs[i].Rows.Relation, predicates[i]) { Span = find.Span };
            projected.Add(new(new RowScope(FindProjection(filtered, legs[i].Rows, shown, packs, find)), SourceName(legs[i].Rows.Relation)));
        }

        var source = (find.Parameters.Find("withsource") ?? find.Parameters.Find("with_source"))?.Word ?? "source_";
        return Union(projected, source, isInner: false, find.Span);
    }

    private List<ColumnSymbol> FindColumns(FindOperator find, List<Leg> legs, Dictionary<string, KqlType> types, HashSet<string> named, Scope scope)
    {
        var shown = new List<ColumnSymbol>();
        if (find.Project is { Count: > 0 } project)
        {
            foreach (var column in project)
            {
                if (column.Name is null)
                    continue;
                if (types.TryGetValue(column.Name.Text, out var type))
                    shown.Add(new(column.Name.Text, column.Type is null ? type : ScalarType(column.Type) ?? KqlType.Unknown));
                else
                    _diagnostics.UnknownScalar(column.Name.Span, scope.Operator, column.Name.Text, NearestName.Of(column.Name.Text, types.Keys));
            }

            return shown;
        }

        foreach (var column in legs[0].Rows.Columns)
        {
            if (legs.TrueForAll(l => l.Rows.Columns.Any(c => c.Name == column.Name)))
                shown.Add(new(column.Name, types[column.Name]));
        }

        foreach (var name in types.Keys.Where(n => named.Contains(n) && !shown.Exists(s => s.Name == n)))
            shown.Add(new(name, types[name]));
        return shown;
    }

    private BoundProject FindProjection(BoundFilter filtered, RowScope rows, List<ColumnSymbol> shown, bool packs, FindOperator find)
    {
        var definitions = ImmutableArray.CreateBuilder<ColumnDefinition>(shown.Count + 1);
        foreach (var column in shown)
        {
            BoundExpression value = rows.Find(column.Name) is { } own ? Converted(new BoundColumn(own), column.Type) : new BoundLiteral(null, column.Type);
            definitions.Add(new(column, value));
        }

        if (packs && context.Functions.FindFunction("bag_pack") is { } pack)
        {
            var rest = ImmutableArray.CreateBuilder<BoundExpression>();
            foreach (var column in rows.Columns.Where(c => !shown.Exists(s => s.Name == c.Name)))
                AddPair(rest, column);
            BoundExpression packed = rest.Count == 0
                ? new BoundLiteral(new KqlJson("{}"), KqlType.Dynamic)
                : new BoundCall(pack, pack.Signatures[0], rest.ToImmutable(), KqlType.Dynamic);
            definitions.Add(new(new(PackColumn, KqlType.Dynamic), packed));
        }

        return new BoundProject(filtered, definitions.ToImmutable()) { Span = find.Span };
    }
}

/// <summary>Columns that other tables of a find have: null in this one. The names that are asked for are noted.</summary>
internal sealed record ElsewhereColumns(Dictionary<string, KqlType> Types, HashSet<string> Named);
