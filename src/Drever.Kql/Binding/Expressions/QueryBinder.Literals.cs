using System.Globalization;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>Constants as they are written.</summary>
internal sealed partial class QueryBinder
{
    private BoundExpression BindLiteral(LiteralExpression literal)
    {
        var (value, type) = literal switch
        {
            StringLiteral text => ((object?)text.Value, KqlType.String),
            LongLiteral number => (number.Value, KqlType.Long),
            BoolLiteral flag => (flag.Value, KqlType.Bool),
            IntLiteral number => (number.Value, KqlType.Int),
            RealLiteral number => (number.Value, KqlType.Real),
            DecimalLiteral number => (number.Value is { } digits ? new KqlDecimal(Digits(digits)) : null, KqlType.Decimal),
            DateTimeLiteral moment => (moment.Ticks is { } ticks ? new KqlDateTime(ticks) : null, KqlType.DateTime),
            TimeSpanLiteral span => (span.Ticks is { } ticks ? new KqlTimeSpan(ticks) : null, KqlType.TimeSpan),
            GuidLiteral guid => (guid.Value, KqlType.Guid),
            DynamicLiteral dynamic => (dynamic.Value is DynamicNull ? null : new KqlJson(DynamicText.Of(dynamic.Value)), KqlType.Dynamic),
            _ => (null, KqlType.Unknown),
        };
        if (type != KqlType.Unknown)
            return new BoundLiteral(value, type) { Span = literal.Span };

        if (literal is TypeOfLiteral { Type: ScalarTypeSyntax } typeOf)
            return new BoundTypeLiteral(ScalarType(typeOf.Type) ?? KqlType.Unknown) { Span = literal.Span };
        return new BoundTypeLiteral(KqlType.Unknown) { Span = literal.Span };
    }

    private static string Digits(DecimalValue value)
    {
        var digits = Int128.Abs(value.Unscaled).ToString(CultureInfo.InvariantCulture);
        if (value.Scale > 0)
        {
            digits = digits.PadLeft(value.Scale + 1, '0');
            digits = digits[..^value.Scale] + "." + digits[^value.Scale..];
        }
        else if (value.Scale < 0 && digits != "0")
        {
            digits += new string('0', -value.Scale);
        }

        return Int128.IsNegative(value.Unscaled) ? "-" + digits : digits;
    }
}
