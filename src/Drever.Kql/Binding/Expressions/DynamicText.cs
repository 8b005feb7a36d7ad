using System.Globalization;
using System.Text;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>
/// A dynamic literal as compact JSON. KQL's own literals in it become what <c>tostring()</c> of the dynamic shows: a datetime in ISO form
/// with seven digits, a timespan in .NET's constant form. Of a key written twice the last value stands.
/// </summary>
internal static class DynamicText
{
    public static string Of(DynamicSyntax value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    public static string Of(IEnumerable<string> values)
    {
        var text = new StringBuilder("[");
        foreach (var value in values)
        {
            if (text.Length > 1)
                text.Append(',');
            WriteString(text, value);
        }

        return text.Append(']').ToString();
    }

    private static void Write(StringBuilder text, DynamicSyntax value)
    {
        switch (value)
        {
            case DynamicArray array:
                text.Append('[');
                for (var i = 0; i < array.Items.Count; i++)
                {
                    if (i > 0)
                        text.Append(',');
                    Write(text, array.Items[i]);
                }

                text.Append(']');
                break;
            case DynamicBag bag:
                WriteBag(text, bag);
                break;
            case DynamicScalar scalar:
                WriteScalar(text, scalar.Literal);
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void WriteBag(StringBuilder text, DynamicBag bag)
    {
        text.Append('{');
        var last = new Dictionary<string, DynamicSyntax>(bag.Properties.Count, StringComparer.Ordinal);
        foreach (var property in bag.Properties)
            last[property.Key] = property.Value;
        var first = true;
        foreach (var (key, value) in last)
        {
            if (!first)
                text.Append(',');
            first = false;
            WriteString(text, key);
            text.Append(':');
            Write(text, value);
        }

        text.Append('}');
    }

    private static void WriteScalar(StringBuilder text, LiteralExpression literal)
    {
        switch (literal)
        {
            case StringLiteral s:
                WriteString(text, s.Value);
                break;
            case BoolLiteral { Value: { } flag }:
                text.Append(flag ? "true" : "false");
                break;
            case LongLiteral { Value: { } number }:
                text.Append(CultureInfo.InvariantCulture, $"{number}");
                break;
            case IntLiteral { Value: { } number }:
                text.Append(CultureInfo.InvariantCulture, $"{number}");
                break;
            case RealLiteral { Value: { } number } when double.IsFinite(number):
                WriteReal(text, number);
                break;
            case RealLiteral { Value: { } number }:
                WriteString(text, double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
                break;
            case DecimalLiteral { Value: { } number }:
                WriteString(text, number.ToString()!);
                break;
            case DateTimeLiteral { Ticks: { } ticks }:
                WriteString(text, new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
                break;
            case TimeSpanLiteral { Ticks: { } ticks }:
                WriteString(text, new TimeSpan(ticks).ToString("c", CultureInfo.InvariantCulture));
                break;
            case GuidLiteral { Value: { } guid }:
                WriteString(text, guid.ToString("D"));
                break;
            case DynamicLiteral nested:
                Write(text, nested.Value);
                break;
            default:
                text.Append("null");
                break;
        }
    }

    /// <summary>A real stays one: <c>1.0</c> does not become <c>1</c>.</summary>
    private static void WriteReal(StringBuilder text, double number)
    {
        var digits = number.ToString("R", CultureInfo.InvariantCulture);
        text.Append(digits);
        if (digits.AsSpan().IndexOfAny('.', 'E') < 0)
            text.Append(".0");
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ': text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"); break;
                default: text.Append(c); break;
            }
        }

        text.Append('"');
    }
}
