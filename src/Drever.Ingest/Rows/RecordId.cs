using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Drever.Ingest.Records;
using Drever.Schema;

namespace Drever.Ingest.Rows;

/// <summary>
/// The number that tells a record from others: the first 128 bits of SHA-256 over the table and all properties that are not null,
/// in the order of their names. The envelope is not part of it, for a record that is delivered twice has a new one. A hash that can't be
/// steered matters: a collision would make a later record vanish as a duplicate.
/// </summary>
internal sealed class RecordId(HuntingTable table)
{
    private readonly byte[] _table = Encoding.UTF8.GetBytes(table.Name);
    private readonly int[] _order = [.. Enumerable.Range(0, table.StoredColumns.Length).OrderBy(i => table.StoredColumns[i].Name, StringComparer.Ordinal)];
    private readonly byte[][] _names = [.. table.StoredColumns.Select(c => Encoding.UTF8.GetBytes(c.Name))];
    private byte[] _buffer = new byte[8192];
    private int _length;

    /// <param name="record">The record.</param>
    /// <param name="fieldOf">For each stored column its property in the record, or -1.</param>
    /// <param name="unknown">Properties that are no columns; sorted here by name.</param>
    public UInt128 Of(Record record, ReadOnlySpan<int> fieldOf, List<int> unknown)
    {
        if (unknown.Count > 1)
            unknown.Sort((a, b) => record.Name(a).SequenceCompareTo(record.Name(b)));

        _length = 0;
        Add(_table, 0, default);
        var next = 0;
        foreach (var column in _order)
        {
            if (fieldOf[column] < 0)
                continue;
            for (; next < unknown.Count && record.Name(unknown[next]).SequenceCompareTo(_names[column]) < 0; next++)
                Add(record, record.Name(unknown[next]), unknown[next]);
            Add(record, _names[column], fieldOf[column]);
        }

        for (; next < unknown.Count; next++)
            Add(record, record.Name(unknown[next]), unknown[next]);

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_buffer.AsSpan(0, _length), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private void Add(Record record, ReadOnlySpan<byte> name, int field)
    {
        if (!record.IsNull(field))
            Add(name, (byte)record.Kind(field), record.Value(field));
    }

    /// <summary>Lengths go in too, so that no value can pass for another name.</summary>
    private void Add(ReadOnlySpan<byte> name, byte kind, ReadOnlySpan<byte> value)
    {
        var wanted = _length + name.Length + value.Length + 9;
        if (wanted > _buffer.Length)
            Array.Resize(ref _buffer, Math.Max(wanted, _buffer.Length * 2));
        var to = _buffer.AsSpan(_length);
        BinaryPrimitives.WriteInt32LittleEndian(to, name.Length);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], value.Length);
        to[8] = kind;
        name.CopyTo(to[9..]);
        value.CopyTo(to[(9 + name.Length)..]);
        _length = wanted;
    }
}
