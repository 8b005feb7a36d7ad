using System.Globalization;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;

namespace Drever.Functions.Tests.Support;

/// <summary>Operands from the short notation of test tables: <c>int 5</c>, <c>long null</c>, <c>datetime 2024-01-02</c>, <c>'text'</c>, <c>json {"a":1}</c>.</summary>
internal static class Literal
{
    public static Operand Parse(string text)
    {
        if (text.StartsWith('\''))
            return TestCall.Text(text[1..^1]);
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        var value = text[(blank + 1)..];
        var type = text[..blank] switch
        {
            "bool" => KqlType.Bool,
            "int" => KqlType.Int,
            "long" => KqlType.Long,
            "real" => KqlType.Real,
            "decimal" => KqlType.Decimal,
            "datetime" => KqlType.DateTime,
            "timespan" => KqlType.TimeSpan,
            "guid" => KqlType.Guid,
            "json" => KqlType.Dynamic,
            var other => throw new ArgumentException($"'{other}' is no type of the notation", nameof(text)),
        };
        return TestCall.Literal(string.Equals(value, "null", StringComparison.Ordinal) ? null : Value(type, value), type);
    }

    private static object Value(KqlType type, string text) => type switch
    {
        KqlType.Bool => bool.Parse(text),
        KqlType.Int => int.Parse(text, CultureInfo.InvariantCulture),
        KqlType.Long => long.Parse(text, CultureInfo.InvariantCulture),
        KqlType.Real => double.Parse(text, CultureInfo.InvariantCulture),
        KqlType.Decimal => new KqlDecimal(text),
        KqlType.DateTime => new KqlDateTime(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal).Ticks),
        KqlType.TimeSpan => new KqlTimeSpan(TimeSpan.Parse(text, CultureInfo.InvariantCulture).Ticks),
        KqlType.Guid => Guid.Parse(text),
        _ => new KqlJson(text),
    };
}
