using System.Buffers.Binary;
using Drever.Engine.Results;

namespace Drever.Engine.Native;

/// <summary>The types a block is written in; the engine converts them to the table's (String to LowCardinality(String), and so on).</summary>
public enum NativeColumnType
{
    String, Boolean, Int32, Int64, Float64, DateTime, Guid, UInt128,
}

/// <summary>One column of a <see cref="NativeBlockWriter"/>: values are appended row by row.</summary>
public sealed class NativeColumn : IDisposable
{
    private readonly PooledBuffer _values = new();
    private readonly PooledBuffer? _nulls;
    private readonly int _width;

    internal NativeColumn(string name, NativeColumnType type, bool nullable)
    {
        if (nullable && type == NativeColumnType.String)
            throw new ArgumentException("A string column has no nulls: an empty string is KQL's null.", nameof(nullable));
        (Name, Type, _nulls) = (name, type, nullable ? new PooledBuffer() : null);
        _width = type switch
        {
            NativeColumnType.String => 0,
            NativeColumnType.Boolean => 1,
            NativeColumnType.Int32 => 4,
            NativeColumnType.Guid or NativeColumnType.UInt128 => 16,
            _ => 8,
        };
    }

    public string Name { get; }

    public NativeColumnType Type { get; }

    public bool Nullable => _nulls is not null;

    /// <summary>Values so far, nulls among them.</summary>
    public int Count { get; private set; }

    internal string TypeText
    {
        get
        {
            var text = Type switch
            {
                NativeColumnType.Boolean => "Bool",
                NativeColumnType.DateTime => "DateTime64(7, 'UTC')",
                NativeColumnType.Guid => "UUID",
                _ => Type.ToString(),
            };
            return Nullable ? $"Nullable({text})" : text;
        }
    }

    internal ReadOnlyMemory<byte> Nulls => _nulls?.Written ?? default;

    internal ReadOnlyMemory<byte> Values => _values.Written;

    /// <summary>Null, or the type's empty value in a column without nulls.</summary>
    public void AppendNull()
    {
        if (Type == NativeColumnType.String)
        {
            _values.AddLength(0);
            Count++;
            return;
        }

        Next(Type, isNull: true).Clear();
    }

    public void AppendUtf8(ReadOnlySpan<byte> text)
    {
        Require(NativeColumnType.String);
        _values.AddLength(text.Length);
        text.CopyTo(_values.Add(text.Length));
        Count++;
    }

    public void AppendText(ReadOnlySpan<char> text)
    {
        Require(NativeColumnType.String);
        _values.AddText(text);
        Count++;
    }

    public void AppendBoolean(bool value) => Next(NativeColumnType.Boolean)[0] = value ? (byte)1 : (byte)0;

    public void AppendInt32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Next(NativeColumnType.Int32), value);

    public void AppendInt64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Next(NativeColumnType.Int64), value);

    public void AppendDouble(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Next(NativeColumnType.Float64), value);

    /// <summary>100 ns ticks since 0001-01-01, UTC.</summary>
    public void AppendDateTimeTicks(long ticks) =>
        BinaryPrimitives.WriteInt64LittleEndian(Next(NativeColumnType.DateTime), ClickHouseTime.ToDateTime64(ticks));

    public void AppendGuid(Guid value) => ClickHouseUuid.Write(Next(NativeColumnType.Guid), value);

    public void AppendUInt128(UInt128 value) => BinaryPrimitives.WriteUInt128LittleEndian(Next(NativeColumnType.UInt128), value);

    public void Dispose()
    {
        _values.Dispose();
        _nulls?.Dispose();
    }

    internal void Clear()
    {
        _values.ShrinkTo(0);
        _nulls?.ShrinkTo(0);
        Count = 0;
    }

    internal void RemoveRows(ReadOnlySpan<bool> isRemoved)
    {
        if (Type == NativeColumnType.String)
            _values.RemoveTexts(isRemoved);
        else
            _values.RemoveValues(isRemoved, _width);
        _nulls?.RemoveValues(isRemoved, 1);
        Count -= isRemoved.Count(true);
    }

    private Span<byte> Next(NativeColumnType type, bool isNull = false)
    {
        Require(type);
        if (_nulls is not null)
            _nulls.Add(1)[0] = isNull ? (byte)1 : (byte)0;
        Count++;
        return _values.Add(_width);
    }

    private void Require(NativeColumnType type)
    {
        if (type != Type)
            throw new InvalidOperationException($"The column {Name} holds {Type}, not {type}.");
    }
}
