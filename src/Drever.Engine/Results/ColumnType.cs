namespace Drever.Engine.Results;

/// <summary>How a value lies in a binary row.</summary>
public enum ValueKind
{
    Boolean, Int8, Int16, Int32, Int64, Int128, Int256, UInt8, UInt16, UInt32, UInt64, UInt128, UInt256,
    Float32, Float64, Decimal, String, FixedString, Date, Date32, DateTime, DateTime64, Uuid, IPv4, IPv6, Enum8, Enum16, Array, Nothing,
}

/// <summary>A ClickHouse type, read from its text.</summary>
/// <param name="Text">As ClickHouse writes it, for example <c>Nullable(DateTime64(7, 'UTC'))</c>.</param>
/// <param name="Kind">The kind of the value without Nullable and LowCardinality around it.</param>
/// <param name="Width">Bytes of one value; 0 where it varies.</param>
/// <param name="Scale">Decimal places of Decimal and DateTime64, else 0.</param>
/// <param name="Element">The element of an array, else null.</param>
public sealed record ColumnType(string Text, ValueKind Kind, bool Nullable, int Width, int Scale, ColumnType? Element)
{
    public override string ToString() => Text;
}
