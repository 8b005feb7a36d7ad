using System.Runtime.InteropServices;
using System.Text;

namespace Drever.Ingest.Rows;

/// <summary>What happened to the records of one table so far.</summary>
internal sealed class TableCounts
{
    private const int MaxNames = 1000;
    private const string OtherNames = "(others)";

    private readonly Dictionary<string, long> _unknown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _failed = new(StringComparer.Ordinal);

    public long Read { get; set; }

    public long Stored { get; set; }

    public long Duplicates { get; set; }

    public long WithoutTime { get; set; }

    public void Unknown(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[128];
        ReadOnlySpan<char> key = name.Length > text.Length ? OtherNames.AsSpan() : text[..Encoding.UTF8.GetChars(name, text)];
        var lookup = _unknown.GetAlternateLookup<ReadOnlySpan<char>>();
        if (_unknown.Count >= MaxNames && !lookup.ContainsKey(key))
            key = OtherNames;
        CollectionsMarshal.GetValueRefOrAddDefault(lookup, key, out _)++;
    }

    public void Failed(string column) => CollectionsMarshal.GetValueRefOrAddDefault(_failed, column, out _)++;

    public TableSummary Summary(string table) => new(table, Read, Stored, Duplicates, WithoutTime, Sorted(_unknown), Sorted(_failed));

    private static SortedDictionary<string, long> Sorted(Dictionary<string, long> counts) => new(counts, StringComparer.Ordinal);
}
