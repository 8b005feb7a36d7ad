using System.Text.Json;
using Drever.Engine.Native;
using Drever.Ingest.Json;
using Drever.Ingest.Records;
using Drever.Kql.Symbols;
using Drever.Schema;

namespace Drever.Ingest.Rows;

/// <summary>Appends values to one column of a block, converted to the column's type.</summary>
internal sealed class ColumnAppender
{
    private readonly NativeColumn _column;
    private readonly KqlType _type;

    public ColumnAppender(NativeBlockWriter block, HuntingColumn column)
    {
        _type = column.Type;
        _column = block.AddColumn(column.Name, Native(column.Type), column.Storage.IsNullable);
    }

    public void AppendNull() => _column.AppendNull();

    public void AppendTicks(long ticks) => _column.AppendDateTimeTicks(ticks);

    /// <summary>Appends the value, or null if it can't be converted; false says so.</summary>
    public bool Append(FieldKind kind, ReadOnlySpan<byte> value)
    {
        switch (_type)
        {
            case KqlType.String: _column.AppendUtf8(value); return true;
            case KqlType.Dynamic: AppendDynamic(kind, value); return true;
            case KqlType.Long when Conversion.TryInteger(kind, value, out var number): _column.AppendInt64(number); return true;
            case KqlType.Int when Conversion.TryInteger(kind, value, out var number) && number is >= int.MinValue and <= int.MaxValue: _column.AppendInt32((int)number); return true;
            case KqlType.Real when Conversion.TryReal(kind, value, out var number): _column.AppendDouble(number); return true;
            case KqlType.Bool when Conversion.TryBoolean(kind, value, out var truth): _column.AppendBoolean(truth); return true;
            case KqlType.DateTime when Conversion.TryTime(kind, value, out var ticks): _column.AppendDateTimeTicks(ticks); return true;
            case KqlType.Guid when Conversion.TryGuid(kind, value, out var guid): _column.AppendGuid(guid); return true;
            default: _column.AppendNull(); return false;
        }
    }

    /// <summary>JSON text. A text that holds an object or array is that; any other text is a JSON string.</summary>
    private void AppendDynamic(FieldKind kind, ReadOnlySpan<byte> value)
    {
        if (kind != FieldKind.Text)
        {
            _column.AppendUtf8(value);
            return;
        }

        var isJson = HoldsJson(value);
        var room = new byte[isJson ? JsonText.MaxLength(value.Length) : checked((value.Length * 6) + 2)];
        _column.AppendUtf8(room.AsSpan(0, isJson ? JsonText.Compact(value, room) : JsonText.Quote(value, room)));
    }

    private static bool HoldsJson(ReadOnlySpan<byte> text)
    {
        if (text.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..])
            return false;
        var reader = new Utf8JsonReader(text);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static NativeColumnType Native(KqlType type) => type switch
    {
        KqlType.Long => NativeColumnType.Int64,
        KqlType.Int => NativeColumnType.Int32,
        KqlType.Real => NativeColumnType.Float64,
        KqlType.Bool => NativeColumnType.Boolean,
        KqlType.DateTime => NativeColumnType.DateTime,
        KqlType.Guid => NativeColumnType.Guid,
        _ => NativeColumnType.String,
    };
}
