using System.Collections.Immutable;
using Drever.Kql.Symbols;

namespace Drever.Kql.Binding;

/// <summary>One column of a union: a name and a type, and for each leg the column that it comes from.</summary>
internal sealed class UnionColumn(string name, KqlType type, int legs)
{
    public string Name { get; } = name;

    public KqlType Type { get; } = type;

    /// <summary>The legs have this name with other types, too.</summary>
    public bool Clashes { get; set; }

    public ColumnSymbol?[] Sources { get; } = new ColumnSymbol?[legs];

    public bool IsInAll => Array.TrueForAll(Sources, s => s is not null);

    public ColumnSymbol ToColumn(UniqueNames names) =>
        new(names.Take(Clashes ? $"{Name}_{Type.Name()}" : Name), Type, Array.TrueForAll(Sources, s => s is null or { HoldsJson: true }));
}

internal static class UnionColumns
{
    /// <summary>The columns in the order in which their names come first; those of one name stand together.</summary>
    public static List<UnionColumn> Gather(List<RowScope> legs)
    {
        var byName = new Dictionary<string, List<UnionColumn>>(StringComparer.Ordinal);
        var order = new List<List<UnionColumn>>();
        for (var i = 0; i < legs.Count; i++)
        {
            foreach (var column in legs[i].Columns)
            {
                if (!byName.TryGetValue(column.Name, out var types))
                {
                    byName.Add(column.Name, types = []);
                    order.Add(types);
                }

                var known = types.Find(t => t.Type == column.Type);
                if (known is null)
                    types.Add(known = new UnionColumn(column.Name, column.Type, legs.Count));
                known.Sources[i] = column;
            }
        }

        var columns = new List<UnionColumn>(order.Count);
        foreach (var types in order)
        {
            foreach (var column in types)
            {
                column.Clashes = types.Count > 1;
                AddHiddenSources(column, legs);
            }

            columns.AddRange(types);
        }

        return columns;
    }

    /// <summary>A leg that offers the column by name only (<c>TimeGenerated</c> of a table) gives its value, too.</summary>
    private static void AddHiddenSources(UnionColumn column, List<RowScope> legs)
    {
        for (var i = 0; i < legs.Count; i++)
        {
            if (column.Sources[i] is null && legs[i].Find(column.Name) is { IsHidden: true } hidden && hidden.Type == column.Type)
                column.Sources[i] = hidden;
        }
    }

    /// <summary>Columns that every leg offers, of one type, and that are not among those of the result.</summary>
    public static ImmutableArray<ColumnSymbol> HiddenInAll(List<RowScope> legs, List<UnionColumn> shown)
    {
        if (legs.Count == 0 || legs[0].Relation.HiddenColumns.IsEmpty)
            return [];
        var names = shown.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. legs[0].Relation.HiddenColumns
                .Where(h => !names.Contains(h.Name) && legs.TrueForAll(l => l.Find(h.Name) is { } found && found.Type == h.Type))
                .Select(h => new ColumnSymbol(h.Name, h.Type, h.HoldsJson, isHidden: true)),
        ];
    }
}
