using System.Globalization;

namespace Drever.Engine.Results;

/// <summary>Reads the text of a ClickHouse type. An unknown one is an error that names it: it means the query compiler let something through.</summary>
internal static class ColumnTypeParser
{
    public static ColumnType Parse(string text)
    {
        var (name, arguments) = Split(text.AsSpan().Trim());
        return name switch
        {
            "Nullable" => Parse(arguments[0]) with { Text = text, Nullable = true },
            "LowCardinality" => Parse(arguments[0]) with { Text = text },
            "SimpleAggregateFunction" => Parse(arguments[1]) with { Text = text },
            "Array" => new ColumnType(text, ValueKind.Array, false, 0, 0, Parse(arguments[0])),
            "Bool" => Fixed(text, ValueKind.Boolean, 1),
            "Int8" => Fixed(text, ValueKind.Int8, 1),
            "Int16" => Fixed(text, ValueKind.Int16, 2),
            "Int32" => Fixed(text, ValueKind.Int32, 4),
            "Int64" => Fixed(text, ValueKind.Int64, 8),
            "Int128" => Fixed(text, ValueKind.Int128, 16),
            "Int256" => Fixed(text, ValueKind.Int256, 32),
            "UInt8" => Fixed(text, ValueKind.UInt8, 1),
            "UInt16" => Fixed(text, ValueKind.UInt16, 2),
            "UInt32" => Fixed(text, ValueKind.UInt32, 4),
            "UInt64" => Fixed(text, ValueKind.UInt64, 8),
            "UInt128" => Fixed(text, ValueKind.UInt128, 16),
            "UInt256" => Fixed(text, ValueKind.UInt256, 32),
            "Float32" => Fixed(text, ValueKind.Float32, 4),
            "Float64" => Fixed(text, ValueKind.Float64, 8),
            "Decimal" => Decimal(text, Number(arguments[0]), arguments.Count > 1 ? Number(arguments[1]) : 0),
            "String" => Fixed(text, ValueKind.String, 0),
            "FixedString" => Fixed(text, ValueKind.FixedString, Number(arguments[0])),
            "Date" => Fixed(text, ValueKind.Date, 2),
            "Date32" => Fixed(text, ValueKind.Date32, 4),
            "DateTime" => Fixed(text, ValueKind.DateTime, 4),
            "DateTime64" => Fixed(text, ValueKind.DateTime64, 8) with { Scale = Number(arguments[0]) },
            "UUID" => Fixed(text, ValueKind.Uuid, 16),
            "IPv4" => Fixed(text, ValueKind.IPv4, 4),
            "IPv6" => Fixed(text, ValueKind.IPv6, 16),
            "Enum8" => Fixed(text, ValueKind.Enum8, 1),
            "Enum16" => Fixed(text, ValueKind.Enum16, 2),
            "Nothing" => Fixed(text, ValueKind.Nothing, 1),
            _ => throw Unknown(text),
        };
    }

    private static ColumnType Fixed(string text, ValueKind kind, int width) => new(text, kind, false, width, 0, null);

    private static ColumnType Decimal(string text, int precision, int scale) =>
        new(text, ValueKind.Decimal, false, precision switch { <= 9 => 4, <= 18 => 8, <= 38 => 16, _ => 32 }, scale, null);

    private static int Number(string argument) =>
        int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Unknown(argument);

    /// <summary>Splits <c>Name(a, b(c, d), 'e')</c> into the name and its outer arguments.</summary>
    private static (string Name, List<string> Arguments) Split(ReadOnlySpan<char> text)
    {
        var open = text.IndexOf('(');
        if (open < 0)
            return (text.ToString(), []);
        if (text[^1] != ')')
            throw Unknown(text.ToString());

        var arguments = new List<string>();
        var inner = text[(open + 1)..^1];
        int start = 0, depth = 0;
        var quoted = false;
        for (var i = 0; i < inner.Length; i++)
        {
            switch (inner[i])
            {
                case '\\' when quoted: i++; break;
                case '\'': quoted = !quoted; break;
                case '(' when !quoted: depth++; break;
                case ')' when !quoted: depth--; break;
                case ',' when !quoted && depth == 0:
                    arguments.Add(inner[start..i].Trim().ToString());
                    start = i + 1;
                    break;
            }
        }

        arguments.Add(inner[start..].Trim().ToString());
        return (text[..open].ToString(), arguments);
    }

    private static EngineException Unknown(string text) =>
        new(EngineErrorKind.Other, $"The result has a column of the type {text}, which Drever does not read.");
}
