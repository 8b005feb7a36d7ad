using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Text;

namespace Drever.Kql.Binding;

/// <summary>
/// The columns of a result while they are gathered. A declared name (<c>x = ...</c>, or a column named as it is) may stand once; an
/// automatic name gets a number where it is taken. Columns of the input, in extend, are replaced by those of their name.
/// </summary>
internal sealed class ColumnList(BinderDiagnostics diagnostics, int capacity = 8)
{
    private readonly List<ColumnSymbol> _columns = new(capacity);
    private readonly Dictionary<string, int> _places = new(capacity, StringComparer.Ordinal);
    private readonly UniqueNames _names = new();
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);

    public int Count => _columns.Count;

    public ImmutableArray<ColumnSymbol> ToImmutable() => [.. _columns];

    /// <summary>Columns that are there before any are declared.</summary>
    public void AddInput(ImmutableArray<ColumnSymbol> columns)
    {
        foreach (var column in columns)
            Append(column, _names.Take(column.Name));
    }

    /// <summary>A column under a declared name; null, and a diagnostic, when the name has been declared before.</summary>
    public ColumnSymbol? Declare(string name, KqlType type, TextSpan at, bool replace, ColumnSymbol? same = null, bool holdsJson = false)
    {
        if (_declared.Contains(name))
        {
            diagnostics.DuplicateColumn(at, name);
            return null;
        }

        var column = Add(name, type, replace, same, holdsJson);
        _declared.Add(column.Name);
        return column;
    }

    /// <summary>A column under an automatic name.</summary>
    public ColumnSymbol Add(string name, KqlType type, bool replace, ColumnSymbol? same = null, bool holdsJson = false)
    {
        if (replace && _places.TryGetValue(name, out var place))
            return _columns[place] = Symbol(name, type, same, holdsJson);
        return Append(Symbol(name, type, same, holdsJson), _names.Take(name));
    }

    private static ColumnSymbol Symbol(string name, KqlType type, ColumnSymbol? same, bool holdsJson) =>
        same is { IsHidden: false } && same.Name == name && same.Type == type ? same : new ColumnSymbol(name, type, (holdsJson || same is { HoldsJson: true }) && type == KqlType.String);

    private ColumnSymbol Append(ColumnSymbol column, string name)
    {
        if (column.Name != name)
            column = new ColumnSymbol(name, column.Type, column.HoldsJson);
        _places[name] = _columns.Count;
        _columns.Add(column);
        return column;
    }
}
