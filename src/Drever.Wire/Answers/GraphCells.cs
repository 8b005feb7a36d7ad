using System.Collections.Immutable;

namespace Drever.Wire;

/// <summary>
/// Cells as Graph sends them: <c>{}</c> for null, a type annotation before the value of every type that OData can't tell
/// from the JSON alone.
/// </summary>
internal sealed class GraphCells(ImmutableArray<WireColumn> columns, bool withZ)
{
    private readonly CellKey[] _keys = [.. columns.Select((c, i) => new CellKey(c.Name, i))];
    private readonly GraphDynamic _dynamic = new();

    /// <summary>Writes the cells; gives the size of their values.</summary>
    public long Write(ref JsonOut output, IWireRow row)
    {
        long size = 0;
        for (var i = 0; i < _keys.Length; i++)
        {
            var type = columns[i].Type;
            if (!row.IsNull(i))
            {
                size += Cell(ref output, row, i, type);
                continue;
            }
            _keys[i].Write(ref output);
            output.Raw(type == WireType.String ? "\"\""u8 : "{}"u8);
            size += type is WireType.String or WireType.Dynamic ? ResultSize.OfText(0) : ResultSize.OfFixed;
        }
        return size;
    }

    private long Cell(ref JsonOut output, IWireRow row, int i, WireType type)
    {
        var key = _keys[i];
        switch (type)
        {
            case WireType.Bool:
                key.Write(ref output, "#SByte"u8);
                output.Raw(row.GetBool(i) ? (byte)'1' : (byte)'0');
                return ResultSize.OfFixed;
            case WireType.Int:
                key.Write(ref output);
                output.Format(row.GetInt(i));
                return ResultSize.OfFixed;
            case WireType.Long:
                key.Write(ref output, "#Int64"u8);
                output.Format(row.GetLong(i));
                return ResultSize.OfFixed;
            case WireType.Real:
                Real(ref output, key, row.GetReal(i));
                return ResultSize.OfFixed;
            case WireType.Decimal:
                Decimal(ref output, key, row.GetDecimalText(i));
                return ResultSize.OfFixed;
            case WireType.DateTime:
                Date(ref output, key, row.GetDateTimeTicks(i));
                return ResultSize.OfFixed;
            case WireType.TimeSpan:
                key.Write(ref output, "#Duration"u8);
                CellText.TimeSpanIso(ref output, row.GetTimeSpanTicks(i));
                return ResultSize.OfFixed;
            case WireType.Guid:
                key.Write(ref output, "#Guid"u8);
                output.Raw((byte)'"');
                output.Format(row.GetGuid(i));
                output.Raw((byte)'"');
                return ResultSize.OfFixed;
            case WireType.Dynamic:
                var json = row.GetDynamicJson(i);
                _dynamic.Write(ref output, key, json);
                return ResultSize.OfText(json.Length);
            default:
                var text = row.GetUtf8(i);
                key.Write(ref output);
                output.Text(text);
                return ResultSize.OfText(text.Length);
        }
    }

    private void Date(ref JsonOut output, CellKey key, long ticks)
    {
        key.Write(ref output);
        if (CellText.IsDate(ticks))
            CellText.Date(ref output, ticks, withZ);
        else
            output.Raw("{}"u8);
    }

    private static void Real(ref JsonOut output, CellKey key, double value)
    {
        if (double.IsFinite(value))
        {
            key.Write(ref output);
            output.Real(value);
            return;
        }
        key.Write(ref output, "#Double"u8);
        output.Raw(double.IsNaN(value) ? "\"NaN\""u8 : value > 0 ? "\"INF\""u8 : "\"-INF\""u8);
    }

    private static void Decimal(ref JsonOut output, CellKey key, ReadOnlySpan<byte> text)
    {
        if (CellText.IsJsonNumber(text))
        {
            key.Write(ref output, "#Decimal"u8);
            output.Raw(text);
            return;
        }
        key.Write(ref output);
        output.Text(text);
    }
}
