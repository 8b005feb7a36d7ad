using Drever.Kql.Diagnostics;
using Drever.Kql.Syntax.Lexing;
using Drever.Kql.Syntax.Literals;
using Drever.Kql.Text;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>Literals and their values.</summary>
internal sealed partial class Parser
{
    /// <summary>A literal as such: also <c>dynamic(...)</c>, <c>typeof(...)</c> and a number with its sign.</summary>
    private LiteralExpression? TryLiteral() => Current.Kind switch
    {
        TokenKind.Keyword when At("dynamic") => TryDynamicLiteral(),
        TokenKind.Keyword when At("typeof") && Peek(1).Kind == TokenKind.OpenParen => TypeOf(),
        TokenKind.Plus or TokenKind.Minus => TrySignedNumber(),
        _ => TryTokenLiteral(),
    };

    private LiteralExpression? TrySignedNumber()
    {
        if (Peek(1) is not { HasSpaceBefore: false, Kind: TokenKind.LongLiteral or TokenKind.RealLiteral or TokenKind.TimeSpanLiteral })
            return null;
        if (TryLowestLong() is { } lowest)
            return lowest;
        var sign = Take();
        var number = TryTokenLiteral();
        if (number is null)
            return null;
        var span = TextSpan.FromBounds(sign.Start, number.Span.End);
        var isNegative = sign.Kind == TokenKind.Minus;
        return number switch
        {
            LongLiteral l => new LongLiteral(span, isNegative ? -l.Value : l.Value),
            RealLiteral r => new RealLiteral(span, isNegative ? -r.Value : r.Value),
            TimeSpanLiteral t => new TimeSpanLiteral(span, isNegative ? -t.Ticks : t.Ticks),
            _ => number with { Span = span },
        };
    }

    /// <summary>A literal that is one token, or several adjacent strings.</summary>
    private LiteralExpression? TryTokenLiteral()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.StringLiteral:
                return StringLiteral();
            case < TokenKind.BoolLiteral or > TokenKind.TypedGuid:
                return null;
        }

        Take();
        var text = SpanOf(token);
        if (token.Kind >= TokenKind.TypedBool)
            return TypedLiteral(token.Kind, token.Span, TypedText.Inner(text));
        switch (token.Kind)
        {
            case TokenKind.BoolLiteral:
                return new BoolLiteral(token.Span, text[0] is 't' or 'T');
            case TokenKind.RawGuidLiteral:
                Report(SyntaxErrors.RawGuid.At(token.Span));
                return new GuidLiteral(token.Span, Guid.ParseExact(text, "D"));
            case TokenKind.LongLiteral:
                return new LongLiteral(token.Span, NumberValue.TryLong(text, out var number) ? number : Malformed<long>(token.Span));
            case TokenKind.RealLiteral:
                return new RealLiteral(token.Span, NumberValue.TryReal(text, out var real) ? real : Malformed<double>(token.Span));
            default:
                return new TimeSpanLiteral(token.Span, TimeSpanValue.TryParse(text, out var ticks) ? ticks : Malformed<long>(token.Span));
        }
    }

    private LiteralExpression TypedLiteral(TokenKind kind, TextSpan span, ReadOnlySpan<char> text)
    {
        var isNull = TypedText.IsNull(text);
        return kind switch
        {
            TokenKind.TypedBool => new BoolLiteral(span, isNull ? null : NumberValue.TryBool(text, out var v) ? v : Malformed<bool>(span)),
            TokenKind.TypedInt => new IntLiteral(span, isNull ? null : NumberValue.TryInt(text, out var v) ? v : Malformed<int>(span)),
            TokenKind.TypedLong => new LongLiteral(span, isNull ? null : NumberValue.TryLong(text, out var v) ? v : Malformed<long>(span)),
            TokenKind.TypedReal => new RealLiteral(span, isNull ? null : NumberValue.TryReal(text, out var v) ? v : Malformed<double>(span)),
            TokenKind.TypedDecimal => new DecimalLiteral(span, isNull ? null : NumberValue.TryDecimal(text, out var v) ? v : Malformed<DecimalValue>(span)),
            TokenKind.TypedDateTime => new DateTimeLiteral(span, isNull ? null : DateTimeValue.TryParse(text, out var v) ? v : Malformed<long>(span)),
            TokenKind.TypedTimeSpan => new TimeSpanLiteral(span, isNull ? null : TimeSpanValue.TryParse(text, out var v) ? v : Malformed<long>(span)),
            _ => new GuidLiteral(span, isNull ? null : Guid.TryParse(text, out var v) ? v : Malformed<Guid>(span)),
        };
    }

    private T? Malformed<T>(TextSpan span)
        where T : struct
    {
        Report(SyntaxErrors.MalformedLiteral.At(span));
        return null;
    }

    /// <summary>One string token or more, side by side.</summary>
    private StringLiteral StringLiteral()
    {
        var first = Take();
        var text = StringValue.Of(SpanOf(first));
        var isHidden = StringValue.IsHidden(SpanOf(first));
        if (!At(TokenKind.StringLiteral))
            return new StringLiteral(first.Span, text, isHidden);
        var parts = new System.Text.StringBuilder(text);
        while (At(TokenKind.StringLiteral))
        {
            var next = Take();
            parts.Append(StringValue.Of(SpanOf(next)));
            isHidden |= StringValue.IsHidden(SpanOf(next));
        }

        return new StringLiteral(SpanFrom(first.Start), parts.ToString(), isHidden);
    }
}
