using System.Collections.Immutable;
using System.Text.Unicode;

namespace Drever.Wire;

/// <summary>
/// Cells without annotations: the Defender families, and Graph under <c>odata.metadata=none</c>. Null is <c>null</c>, a
/// null string <c>""</c>, bool 0 or 1, dynamic is nested JSON.
/// </summary>
internal sealed class PlainCells(ImmutableArray<WireColumn> columns, bool withZ)
{
    private readonly CellKey[] _keys = [.. columns.Select((c, i) => new CellKey(c.Name, i))];

    /// <summary>Writes the cells; gives the size of their values.</summary>
    public long Write(ref JsonOut output, IWireRow row)
    {
        long size = 0;
        for (var i = 0; i < _keys.Length; i++)
        {
            _keys[i].Write(ref output);
            var type = columns[i].Type;
            if (row.IsNull(i))
            {
                output.Raw(type == WireType.String ? "\"\""u8 : "null"u8);
                size += type is WireType.String or WireType.Dynamic ? ResultSize.OfText(0) : ResultSize.OfFixed;
            }
            else
            {
                size += Cell(ref output, row, i, type);
            }
        }
        return size;
    }

    private long Cell(ref JsonOut output, IWireRow row, int i, WireType type)
    {
        switch (type)
        {
            case WireType.Bool:
                output.Raw(row.GetBool(i) ? (byte)'1' : (byte)'0');
                return ResultSize.OfFixed;
            case WireType.Int:
                output.Format(row.GetInt(i));
                return ResultSize.OfFixed;
            case WireType.Long:
                output.Format(row.GetLong(i));
                return ResultSize.OfFixed;
            case WireType.Real:
                Real(ref output, row.GetReal(i));
                return ResultSize.OfFixed;
            case WireType.Decimal:
                output.Text(row.GetDecimalText(i));
                return ResultSize.OfFixed;
            case WireType.DateTime:
                Date(ref output, row.GetDateTimeTicks(i));
                return ResultSize.OfFixed;
            case WireType.TimeSpan:
                CellText.TimeSpanConstant(ref output, row.GetTimeSpanTicks(i));
                return ResultSize.OfFixed;
            case WireType.Guid:
                output.Raw((byte)'"');
                output.Format(row.GetGuid(i));
                output.Raw((byte)'"');
                return ResultSize.OfFixed;
            case WireType.Dynamic:
                return Dynamic(ref output, row.GetDynamicJson(i));
            default:
                var text = row.GetUtf8(i);
                output.Text(text);
                return ResultSize.OfText(text.Length);
        }
    }

    private void Date(ref JsonOut output, long ticks)
    {
        if (CellText.IsDate(ticks))
            CellText.Date(ref output, ticks, withZ);
        else
            output.Raw("null"u8);
    }

    // JSON has no such numbers; Newtonsoft and Kusto both write their .NET names as text
    private static void Real(ref JsonOut output, double value)
    {
        if (double.IsFinite(value))
            output.Real(value);
        else
            output.Raw(double.IsNaN(value) ? "\"NaN\""u8 : value > 0 ? "\"Infinity\""u8 : "\"-Infinity\""u8);
    }

    private static long Dynamic(ref JsonOut output, ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            output.Raw("null"u8);
        }
        else if (Utf8.IsValid(json))
        {
            CompactJson.Write(ref output, json, JsonCheck.Shape(json));
        }
        else
        {
            using var repaired = Utf8Repair.Repair(json);
            CompactJson.Write(ref output, repaired.Bytes, JsonCheck.Shape(repaired.Bytes));
        }
        return ResultSize.OfText(json.Length);
    }
}
