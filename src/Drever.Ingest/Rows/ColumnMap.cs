using System.Text;
using Drever.Schema;

namespace Drever.Ingest.Rows;

/// <summary>
/// Finds the column of a property name: exactly, else but for letter case. Records of one table mostly have the same properties in
/// the same order, so the last record's answer for the same place is tried first.
/// </summary>
internal sealed class ColumnMap
{
    /// <summary>No column of the table.</summary>
    public const int Unknown = -1;

    /// <summary>A key of the export's own that is no data.</summary>
    public const int Ignored = -2;

    private const int RememberedUnknown = 4096;

    private static ReadOnlySpan<byte> InternalPrefix => "__UDI_"u8;

    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _anyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(byte[] Name, int Column)> _last = [];

    public ColumnMap(HuntingTable table)
    {
        Table = table;
        var position = new Dictionary<HuntingColumn, int>();
        foreach (var column in table.StoredColumns)
            position.Add(column, position.Count);

        // Documented columns come first, so that they win where names differ in case only.
        foreach (var column in table.Columns.Concat(table.HiddenColumns))
        {
            _exact.Add(column.Name, position[column.Stored!]);
            _anyCase.TryAdd(column.Name, position[column.Stored!]);
        }
    }

    public HuntingTable Table { get; }

    /// <param name="place">The property's place in its record.</param>
    public int Find(int place, ReadOnlySpan<byte> name)
    {
        if (place < _last.Count && name.SequenceEqual(_last[place].Name))
            return _last[place].Column;

        var column = Find(name);
        if (place < _last.Count)
            _last[place] = (name.ToArray(), column);
        else if (place == _last.Count && place < RememberedUnknown)
            _last.Add((name.ToArray(), column));
        return column;
    }

    private int Find(ReadOnlySpan<byte> name)
    {
        if (name.StartsWith(InternalPrefix))
            return Ignored;
        if (name.Length > 256)
            return Unknown;
        Span<char> text = stackalloc char[256];
        var key = text[..Encoding.UTF8.GetChars(name, text)];
        return _exact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var column)
            || _anyCase.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out column) ? column : Unknown;
    }
}
