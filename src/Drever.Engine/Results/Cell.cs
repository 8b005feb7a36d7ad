using System.Buffers.Binary;

namespace Drever.Engine.Results;

/// <summary>One value of a row, still in its bytes. See <see cref="IHuntingResult"/> for what the getters promise.</summary>
public readonly ref struct Cell
{
    private readonly ReadOnlySpan<byte> _bytes;

    internal Cell(ColumnType type, ReadOnlySpan<byte> bytes, bool isNull)
    {
        Type = type;
        _bytes = bytes;
        IsNull = isNull;
    }

    public ColumnType Type { get; }

    public bool IsNull { get; }

    /// <summary>The value's own bytes: a string's text, a number little-endian, an array's encoded elements.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    public bool GetBoolean() => !IsNull && Type.Kind is ValueKind.Boolean or ValueKind.UInt8 ? _bytes[0] != 0 : IsNull ? false : throw Mismatch("a boolean");

    public long GetInt64()
    {
        if (IsNull)
            return 0;
        return Type.Kind switch
        {
            ValueKind.Int8 or ValueKind.Enum8 => (sbyte)_bytes[0],
            ValueKind.UInt8 or ValueKind.Boolean => _bytes[0],
            ValueKind.Int16 or ValueKind.Enum16 => BinaryPrimitives.ReadInt16LittleEndian(_bytes),
            ValueKind.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(_bytes),
            ValueKind.Int32 => BinaryPrimitives.ReadInt32LittleEndian(_bytes),
            ValueKind.UInt32 or ValueKind.IPv4 => BinaryPrimitives.ReadUInt32LittleEndian(_bytes),
            ValueKind.Int64 => BinaryPrimitives.ReadInt64LittleEndian(_bytes),
            ValueKind.UInt64 => checked((long)BinaryPrimitives.ReadUInt64LittleEndian(_bytes)),
            ValueKind.Int128 => checked((long)BinaryPrimitives.ReadInt128LittleEndian(_bytes)),
            ValueKind.UInt128 => checked((long)BinaryPrimitives.ReadUInt128LittleEndian(_bytes)),
            _ => throw Mismatch("an integer"),
        };
    }

    public double GetDouble()
    {
        if (IsNull)
            return 0;
        return Type.Kind switch
        {
            ValueKind.Float64 => BinaryPrimitives.ReadDoubleLittleEndian(_bytes),
            ValueKind.Float32 => BinaryPrimitives.ReadSingleLittleEndian(_bytes),
            ValueKind.UInt64 => BinaryPrimitives.ReadUInt64LittleEndian(_bytes),
            ValueKind.Decimal => WideNumber.ToDouble(_bytes, Type.Scale),
            ValueKind.Int128 => (double)BinaryPrimitives.ReadInt128LittleEndian(_bytes),
            ValueKind.UInt128 => (double)BinaryPrimitives.ReadUInt128LittleEndian(_bytes),
            _ => GetInt64(),
        };
    }

    public long GetDateTimeTicks()
    {
        if (IsNull)
            return 0;
        return Type.Kind switch
        {
            ValueKind.DateTime64 => ClickHouseTime.TicksFromDateTime64(BinaryPrimitives.ReadInt64LittleEndian(_bytes), Type.Scale),
            ValueKind.DateTime => ClickHouseTime.TicksFromSeconds(BinaryPrimitives.ReadUInt32LittleEndian(_bytes)),
            ValueKind.Date => ClickHouseTime.TicksFromDays(BinaryPrimitives.ReadUInt16LittleEndian(_bytes)),
            ValueKind.Date32 => ClickHouseTime.TicksFromDays(BinaryPrimitives.ReadInt32LittleEndian(_bytes)),
            _ => throw Mismatch("a time"),
        };
    }

    public Guid GetGuid()
    {
        if (IsNull)
            return Guid.Empty;
        return Type.Kind == ValueKind.Uuid ? ClickHouseUuid.Read(_bytes) : throw Mismatch("a guid");
    }

    public ReadOnlySpan<byte> GetUtf8()
    {
        if (IsNull)
            return default;
        return Type.Kind is ValueKind.String or ValueKind.FixedString ? _bytes : throw Mismatch("text");
    }

    /// <summary>The elements of an array.</summary>
    public ArrayCells GetArray() =>
        Type.Kind == ValueKind.Array ? new ArrayCells(Type.Element!, _bytes) : throw Mismatch("an array");

    /// <summary>Invariant text: times as ISO 8601 with Z, arrays as JSON; null for null.</summary>
    public string? ToText() => CellText.Of(this);

    private InvalidCastException Mismatch(string wanted) => new($"The column is {Type.Text}, not {wanted}.");
}
