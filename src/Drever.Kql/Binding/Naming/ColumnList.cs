using System.Collections.Immutable;
using System.Globalization;
using Drever.Kql.Symbols;
using Drever.Kql.Text;

namespace Drever.Kql.Binding;

/// <summary>
/// The columns of a result while they are gathered. A declared name (<c>x = ...</c>, or a column named as it is) may stand once; an
/// automatic name gets a number where it is taken. Columns of the input, in extend, are replaced by those of their name.
/// </summary>
internal sealed class ColumnList(BinderDiagnostics diagnostics, int capacity = 8)
{
    private const int LinearSearch = 16;
    private const int LinearLookups = 8;
    private readonly List<ColumnSymbol> _columns = new(capacity);
    private Dictionary<string, int>? _places;
    private Dictionary<string, int>? _lastNumbers;
    private HashSet<string>? _declared;
    private int _lookups;

    public int Count => _columns.Count;

    public ImmutableArray<ColumnSymbol> ToImmutable() => [.. _columns];

    /// <summary>Columns that are there before any are declared.</summary>
    public void AddInput(ImmutableArray<ColumnSymbol> columns) => _columns.AddRange(columns);

    /// <summary>A column under a declared name; null, and a diagnostic, when the name has been declared before.</summary>
    public ColumnSymbol? Declare(string name, KqlType type, TextSpan at, bool replace, ColumnSymbol? same = null, bool holdsJson = false)
    {
        _declared ??= new(StringComparer.Ordinal);
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
        var place = PlaceOf(name);
        if (place >= 0 && replace)
            return _columns[place] = Symbol(name, type, same, holdsJson);
        if (place >= 0)
            name = Numbered(name);
        var column = Symbol(name, type, same, holdsJson);
        _places?.Add(name, _columns.Count);
        _columns.Add(column);
        return column;
    }

    private static ColumnSymbol Symbol(string name, KqlType type, ColumnSymbol? same, bool holdsJson) =>
        same is { IsHidden: false } && same.Name == name && same.Type == type ? same : new ColumnSymbol(name, type, (holdsJson || same is { HoldsJson: true }) && type == KqlType.String);

    private string Numbered(string name)
    {
        _lastNumbers ??= new(StringComparer.Ordinal);
        var number = _lastNumbers.GetValueOrDefault(name);
        string numbered;
        do
        {
            number++;
            numbered = name + number.ToString(CultureInfo.InvariantCulture);
        }
        while (PlaceOf(numbered) >= 0);

        _lastNumbers[name] = number;
        return numbered;
    }

    /// <summary>Few columns are asked for, or few times: then no dictionary is made for it.</summary>
    private int PlaceOf(string name)
    {
        if (_places is not null)
            return _places.GetValueOrDefault(name, -1);
        if (_columns.Count <= LinearSearch || _lookups++ < LinearLookups)
        {
            for (var i = 0; i < _columns.Count; i++)
            {
                if (_columns[i].Name == name)
                    return i;
            }

            return -1;
        }

        _places = new(_columns.Count + 8, StringComparer.Ordinal);
        for (var i = 0; i < _columns.Count; i++)
            _places.TryAdd(_columns[i].Name, i);
        return _places.GetValueOrDefault(name, -1);
    }
}
