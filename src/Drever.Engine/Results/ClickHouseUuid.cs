using System.Buffers.Binary;

namespace Drever.Engine.Results;

/// <summary>ClickHouse writes a UUID as two little-endian 64-bit halves, the high half first.</summary>
internal static class ClickHouseUuid
{
    public static Guid Read(ReadOnlySpan<byte> bytes)
    {
        Span<byte> bigEndian = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bigEndian, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        BinaryPrimitives.WriteUInt64BigEndian(bigEndian[8..], BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
        return new Guid(bigEndian, bigEndian: true);
    }

    public static void Write(Span<byte> bytes, Guid value)
    {
        Span<byte> bigEndian = stackalloc byte[16];
        value.TryWriteBytes(bigEndian, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, BinaryPrimitives.ReadUInt64BigEndian(bigEndian));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], BinaryPrimitives.ReadUInt64BigEndian(bigEndian[8..]));
    }
}
