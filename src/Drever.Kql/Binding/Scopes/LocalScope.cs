using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>What a <c>let</c>, a parameter or <c>as</c> has given a name to.</summary>
internal abstract record LocalItem;

/// <summary>A scalar. Its value stands in the tree wherever the name does.</summary>
internal sealed record LocalScalar(BoundExpression Value, TreeSize Size) : LocalItem;

internal sealed record LocalTable(RowScope Rows) : LocalItem;

/// <summary>A declared function; its body is bound anew for each call, in the scope of its declaration.</summary>
internal sealed record LocalFunction(string Name, FunctionDeclaration Declaration, LocalScope Closure) : LocalItem
{
    /// <summary>The first binding, with the parameters as they are declared, found mistakes (and reported them).</summary>
    public bool HasErrors { get; set; }

    /// <summary>The body results in a table. Known from the first binding.</summary>
    public bool IsTabular { get; set; }

    /// <summary>What a call without arguments results in: the same each time, so it is bound once.</summary>
    public Operand? Result { get; set; }
}

/// <summary>A row by its name: a step of <c>scan</c>, a node or an edge of a graph pattern. Along a path of edges each column is an array.</summary>
internal sealed record LocalRow(RowScope Rows, bool IsPath = false) : LocalItem
{
    /// <summary>The nodes of the graph, for those inside of a path.</summary>
    public RowScope? Nodes { get; init; }
}

/// <summary>A declared pattern; without a declaration it is only announced.</summary>
internal sealed record LocalPattern(string Name, PatternDeclaration? Declaration, LocalScope Closure) : LocalItem;

/// <summary>A name whose declaration is wrong. The mistake has been reported.</summary>
internal sealed record LocalError : LocalItem;

/// <summary>A row as a value, which it can be only before a point: <c>step.Column</c>. It never leaves the binder.</summary>
internal sealed record BoundRowReference(LocalRow Row) : BoundExpression(KqlType.Unknown);

/// <summary>The names of a block of statements. An inner block sees the outer one's.</summary>
internal sealed class LocalScope(LocalScope? outer)
{
    private Dictionary<string, LocalItem>? _items;

    public LocalItem? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._items is not null && scope._items.TryGetValue(name, out var item))
                return item;
        }

        return null;
    }

    public bool Declares(string name) => _items is not null && _items.ContainsKey(name);

    public void Add(string name, LocalItem item) => (_items ??= new(StringComparer.Ordinal))[name] = item;

    public LocalScope? Outer { get; } = outer;

    /// <summary>The names with what they stand for, an inner block's first.</summary>
    public IEnumerable<KeyValuePair<string, LocalItem>> Items => (_items ?? Enumerable.Empty<KeyValuePair<string, LocalItem>>()).Concat(Outer?.Items ?? []);

    public IEnumerable<string> Names => (_items?.Keys ?? Enumerable.Empty<string>()).Concat(Outer?.Names ?? []);
}
