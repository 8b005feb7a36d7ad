using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>
/// A bound relation as the operators after it see it: its columns by name, and what only the binder needs to know of it.
/// A step that adds few columns looks them up itself and asks its input's scope for the rest, so that no dictionary is built for it.
/// </summary>
internal sealed class RowScope
{
    private const int LinearSearch = 8;
    private readonly RowScope? _inner;
    private readonly ImmutableArray<ColumnSymbol> _own;
    private readonly int _layers;
    private Dictionary<string, ColumnSymbol>? _byName;

    public RowScope(BoundRelation relation)
    {
        Relation = relation;
        _own = relation.Columns;
        Columns = _own;
    }

    private RowScope(BoundRelation relation, RowScope inner, ImmutableArray<ColumnSymbol> added)
    {
        Relation = relation;
        _inner = inner;
        _own = added;
        _layers = inner._layers + 1;
        Columns = relation.Columns;
        IsSerialized = inner.IsSerialized;
        IsWrong = inner.IsWrong;
        OpenAt = inner.OpenAt;
        Size = inner.Size.Over(Nodes(relation));
    }

    public BoundRelation Relation { get; }

    /// <summary>Of the whole relation, its inputs counted as often as they are used.</summary>
    public TreeSize Size { get; init; } = TreeSize.One;

    public ImmutableArray<ColumnSymbol> Columns { get; }

    /// <summary>
    /// The operator whose columns are not all known before it runs (<c>evaluate bag_unpack</c>), by its syntax; null when all are.
    /// A name found nowhere else is a column of it, of unknown type.
    /// </summary>
    public SyntaxNode? OpenAt { get; init; }

    /// <summary>It is a graph, not a table: what it is made of.</summary>
    public GraphScope? Graph { get; init; }

    public bool IsOpen => OpenAt is not null;

    /// <summary>Its rows have an order that window functions may rely on.</summary>
    public bool IsSerialized { get; init; }

    /// <summary>It stands for something that could not be bound, which has been reported: no name is looked for in it.</summary>
    public bool IsWrong { get; init; }

    /// <summary>A step that passes this scope's columns on as they are.</summary>
    public RowScope Same(BoundRelation relation, bool? serialized = null) =>
        new(relation, this, []) { IsSerialized = serialized ?? IsSerialized };

    /// <summary>A step that adds columns to this scope's, or puts them in the place of those of their name.</summary>
    public RowScope Plus(BoundRelation relation, ImmutableArray<ColumnSymbol> added, bool isWrong = false) =>
        _layers < 6 ? new(relation, this, added) { IsWrong = IsWrong || isWrong } : Like(relation, isWrong: isWrong);

    /// <summary>A step with columns of its own; only what is not about columns is taken from this scope.</summary>
    public RowScope Like(BoundRelation relation, bool? serialized = null, bool isWrong = false) =>
        new(relation) { IsSerialized = serialized ?? IsSerialized, IsWrong = IsWrong || isWrong, OpenAt = OpenAt, Size = Size.Over(Nodes(relation)) };

    /// <summary>The column of a name: one of the result's before one that can be named only.</summary>
    public ColumnSymbol? Find(string name)
    {
        var scope = this;
        while (scope._inner is not null)
        {
            if (scope.FindOwn(name) is { } found)
                return found;
            scope = scope._inner;
        }

        return scope.FindOwn(name) ?? scope.FindHidden(name);
    }

    private ColumnSymbol? FindOwn(string name)
    {
        if (_inner is null && Relation is BoundScan scan)
            return scan.Table.FindColumn(name);
        if (_own.Length > LinearSearch)
        {
            _byName ??= Index(_own);
            return _byName.GetValueOrDefault(name);
        }

        foreach (var column in _own)
        {
            if (column.Name == name)
                return column;
        }

        return null;
    }

    private ColumnSymbol? FindHidden(string name)
    {
        if (Relation is BoundScan)
            return null;
        foreach (var column in Relation.HiddenColumns)
        {
            if (column.Name == name)
                return column;
        }

        return null;
    }

    /// <summary>What a step is made of, as near as the length of its text tells.</summary>
    private static int Nodes(BoundRelation relation) => 1 + (relation.Span.Length / 16);

    private static Dictionary<string, ColumnSymbol> Index(ImmutableArray<ColumnSymbol> columns)
    {
        var index = new Dictionary<string, ColumnSymbol>(columns.Length, StringComparer.Ordinal);
        foreach (var column in columns)
            index.TryAdd(column.Name, column);
        return index;
    }
}
