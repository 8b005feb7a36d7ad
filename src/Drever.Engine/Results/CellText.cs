using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Drever.Engine.Results;

/// <summary>A cell as invariant text.</summary>
internal static class CellText
{
    public static string? Of(Cell cell)
    {
        if (cell.IsNull)
            return null;
        var bytes = cell.Bytes;
        switch (cell.Type.Kind)
        {
            case ValueKind.Boolean:
                return cell.GetBoolean() ? "true" : "false";
            case ValueKind.Float32:
                return BinaryPrimitives.ReadSingleLittleEndian(bytes).ToString("R", CultureInfo.InvariantCulture);
            case ValueKind.Float64:
                return cell.GetDouble().ToString("R", CultureInfo.InvariantCulture);
            case ValueKind.UInt64 or ValueKind.UInt128 or ValueKind.UInt256:
                return WideNumber.Read(bytes, unsigned: true).ToString(CultureInfo.InvariantCulture);
            case ValueKind.Int128 or ValueKind.Int256:
                return WideNumber.Read(bytes, unsigned: false).ToString(CultureInfo.InvariantCulture);
            case ValueKind.Decimal:
                return WideNumber.DecimalText(bytes, cell.Type.Scale);
            case ValueKind.String or ValueKind.FixedString:
                return Encoding.UTF8.GetString(bytes);
            case ValueKind.Date or ValueKind.Date32 or ValueKind.DateTime or ValueKind.DateTime64:
                return new DateTime(cell.GetDateTimeTicks(), DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
            case ValueKind.Uuid:
                return cell.GetGuid().ToString("D");
            case ValueKind.IPv4:
                return string.Create(CultureInfo.InvariantCulture, $"{bytes[3]}.{bytes[2]}.{bytes[1]}.{bytes[0]}");
            case ValueKind.IPv6:
                return new IPAddress(bytes).ToString();
            case ValueKind.Array:
                return Json(cell);
            default:
                return cell.GetInt64().ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string Json(Cell array)
    {
        var text = new StringBuilder("[");
        foreach (var element in array.GetArray())
        {
            if (text.Length > 1)
                text.Append(',');
            text.Append(ElementJson(element));
        }

        return text.Append(']').ToString();
    }

    private static string ElementJson(Cell element)
    {
        if (element.IsNull)
            return "null";
        var text = Of(element)!;
        return element.Type.Kind switch
        {
            ValueKind.Array or ValueKind.Boolean => text,
            ValueKind.Float32 or ValueKind.Float64 when !double.IsFinite(element.GetDouble()) => "null",
            ValueKind.String or ValueKind.FixedString or ValueKind.Uuid or ValueKind.IPv4 or ValueKind.IPv6
                or ValueKind.Date or ValueKind.Date32 or ValueKind.DateTime or ValueKind.DateTime64 => JsonSerializer.Serialize(text, PlainText.Default.String),
            _ => text,
        };
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class PlainText : System.Text.Json.Serialization.JsonSerializerContext;
