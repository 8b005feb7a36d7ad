namespace Drever.Kql.Binding;

/// <summary>
/// How large a part of the tree is when everything that it shares is written out, and how deep. A few lets that use one another twice
/// make a small tree that is huge to whoever walks it.
/// </summary>
internal readonly record struct TreeSize(long Nodes, int Depth)
{
    public static TreeSize One { get; } = new(1, 1);

    /// <summary>With a node on top.</summary>
    public TreeSize Over(int nodes = 1) => new(Nodes + nodes, Depth + 1);

    public static TreeSize operator +(TreeSize a, TreeSize b) => new(Math.Min(a.Nodes + b.Nodes, long.MaxValue / 4), Math.Max(a.Depth, b.Depth));
}

/// <summary>The sizes of values that stand in several places, by reference.</summary>
internal sealed class TreeSizes
{
    private readonly Dictionary<object, TreeSize> _known = new(ReferenceEqualityComparer.Instance);

    public void Add(BoundRelation relation, TreeSize size) => _known.TryAdd(relation, size);

    /// <summary>The size of a value, which is known from now on.</summary>
    public TreeSize Measure(BoundExpression value)
    {
        if (value is BoundLiteral or BoundColumn or BoundParameter)
            return TreeSize.One;
        var size = Walk(value);
        _known[value] = size;
        return size;
    }

    private TreeSize Walk(BoundExpression expression)
    {
        if (_known.TryGetValue(expression, out var known))
            return known;
        switch (expression)
        {
            case BoundCall call:
                var size = default(TreeSize);
                foreach (var argument in call.Arguments)
                    size += Walk(argument);
                return size.Over();
            case BoundConversion conversion:
                return Walk(conversion.Operand).Over();
            case BoundMember member:
                return Walk(member.Target).Over();
            case BoundElement element:
                return (Walk(element.Target) + Walk(element.Index)).Over();
            case BoundTupleItem item:
                return Walk(item.Tuple).Over();
            case BoundScalarQuery query:
                return _known.GetValueOrDefault(query.Query, TreeSize.One).Over();
            case BoundTableArgument table:
                return _known.GetValueOrDefault(table.Query, TreeSize.One).Over();
            default:
                return TreeSize.One;
        }
    }
}
