using System.Text;

namespace Drever.Ingest.Records;

/// <summary>What a property's value is.</summary>
public enum FieldKind : byte
{
    Null,
    /// <summary>Text without quotes or escapes.</summary>
    Text,
    Number,
    True,
    False,
    /// <summary>An object or array as compact JSON.</summary>
    Json,
}

/// <summary>
/// One record on its way to a table: which table, when it was received, and its properties, all in one buffer that is used again.
/// </summary>
public sealed class Record
{
    private byte[] _bytes = new byte[8192];
    private Field[] _fields = new Field[128];

    public int Count { get; private set; }

    /// <summary>Bytes of all names and values.</summary>
    public int Length { get; private set; }

    /// <summary>The table's name as the record gives it; empty if it gives none.</summary>
    public string Table { get; set; } = "";

    /// <summary>When the service received it, in ticks; null if the record does not say.</summary>
    public long? ReceivedTicks { get; set; }

    public ReadOnlySpan<byte> Name(int index) => _bytes.AsSpan(_fields[index].Name, _fields[index].NameLength);

    public ReadOnlySpan<byte> Value(int index) => _bytes.AsSpan(_fields[index].Value, _fields[index].ValueLength);

    public FieldKind Kind(int index) => _fields[index].Kind;

    /// <summary>Null, or an empty text, which means null too.</summary>
    public bool IsNull(int index) => _fields[index].Kind == FieldKind.Null || (_fields[index].Kind == FieldKind.Text && _fields[index].ValueLength == 0);

    public void Clear()
    {
        Count = 0;
        Length = 0;
        Table = "";
        ReceivedTicks = null;
    }

    public void CopyFrom(Record other)
    {
        (Table, ReceivedTicks, Count, Length) = (other.Table, other.ReceivedTicks, other.Count, other.Length);
        if (_bytes.Length < Length)
            _bytes = new byte[other._bytes.Length];
        if (_fields.Length < Count)
            _fields = new Field[other._fields.Length];
        other._bytes.AsSpan(0, Length).CopyTo(_bytes);
        other._fields.AsSpan(0, Count).CopyTo(_fields);
    }

    /// <summary>Adds a property whose value is as it stands.</summary>
    public void Add(ReadOnlySpan<byte> name, FieldKind kind, ReadOnlySpan<byte> value)
    {
        value.CopyTo(Start(name, value.Length));
        End(kind, value.Length);
    }

    public void Add(string name, FieldKind kind, string value)
    {
        Span<byte> nameBytes = stackalloc byte[256];
        var room = Start(nameBytes[..Encoding.UTF8.GetBytes(name.AsSpan(0, Math.Min(name.Length, 80)), nameBytes)], Encoding.UTF8.GetMaxByteCount(value.Length));
        End(kind, Encoding.UTF8.GetBytes(value, room));
    }

    /// <summary>Begins a property: room for its value, at most so many bytes; <see cref="End"/> says how many it became.</summary>
    internal Span<byte> Start(ReadOnlySpan<byte> name, int maxLength)
    {
        if (Count == _fields.Length)
            Array.Resize(ref _fields, Count * 2);
        var wanted = Length + name.Length + maxLength;
        if (wanted > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(wanted, _bytes.Length * 2));
        name.CopyTo(_bytes.AsSpan(Length));
        _fields[Count] = new Field(Length, name.Length, Length + name.Length, 0, FieldKind.Null);
        return _bytes.AsSpan(Length + name.Length, maxLength);
    }

    internal void End(FieldKind kind, int length)
    {
        ref var field = ref _fields[Count++];
        field = field with { Kind = kind, ValueLength = length };
        Length = field.Value + length;
    }

    private readonly record struct Field(int Name, int NameLength, int Value, int ValueLength, FieldKind Kind);
}
