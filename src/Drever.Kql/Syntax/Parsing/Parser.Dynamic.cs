using Drever.Kql.Diagnostics;
using Drever.Kql.Syntax.Lexing;
using Drever.Kql.Text;

namespace Drever.Kql.Syntax.Parsing;

/// <summary><c>dynamic(...)</c>: JSON, and literals that JSON has not.</summary>
internal sealed partial class Parser
{
    private DynamicLiteral? TryDynamicLiteral()
    {
        if (!At("dynamic") || Peek(1).Kind != TokenKind.OpenParen)
            return null;
        var start = Take().Start;
        Take();
        var value = JsonValue();
        Expect(TokenKind.CloseParen);
        return new DynamicLiteral(SpanFrom(start), value);
    }

    private DynamicSyntax JsonValue()
    {
        if (TryJsonValue() is { } value)
            return value;
        FailMissing("json value");
        return new DynamicNull(default);
    }

    private DynamicSyntax? TryJsonValue()
    {
        var value = Enter() ? TryJsonValueHere() : new DynamicNull(default);
        Leave();
        return value;
    }

    private DynamicSyntax? TryJsonValueHere()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.OpenBracket:
                Take();
                var items = List(static p => p.TryJsonValue(), "json value");
                Expect(TokenKind.CloseBracket);
                return new DynamicArray(SpanFrom(token.Start), items);
            case TokenKind.OpenBrace when AtClientParameter:
                FailClientParameter();
                return null;
            case TokenKind.OpenBrace:
                Take();
                var properties = List(static p => p.TryJsonPair(), "json key:value pair");
                Expect(TokenKind.CloseBrace);
                return new DynamicBag(SpanFrom(token.Start), properties);
            case TokenKind.Keyword when At("null"):
                Take();
                return new DynamicNull(token.Span);
            case TokenKind.Keyword when At("dynamic"):
                return TryDynamicLiteral()?.Value;
            case TokenKind.Minus when Peek(1).Kind is TokenKind.LongLiteral or TokenKind.RealLiteral:
                return JsonNegative(Take());
            case TokenKind.StringLiteral or TokenKind.BoolLiteral or TokenKind.LongLiteral or TokenKind.RealLiteral or TokenKind.TimeSpanLiteral
                or TokenKind.RawGuidLiteral or TokenKind.TypedBool or TokenKind.TypedLong or TokenKind.TypedReal or TokenKind.TypedDecimal
                or TokenKind.TypedDateTime or TokenKind.TypedTimeSpan or TokenKind.TypedGuid:
                return JsonScalar();
            default:
                return null;
        }
    }

    private DynamicScalar? JsonScalar()
    {
        if (At(TokenKind.TypedDecimal))
            Report(SyntaxErrors.DecimalInDynamic.At(Current.Span));
        return TryTokenLiteral() is { } literal ? new DynamicScalar(literal.Span, literal) : null;
    }

    private DynamicScalar? JsonNegative(Token sign)
    {
        var number = TryTokenLiteral();
        if (number is null)
            return null;
        var span = TextSpan.FromBounds(sign.Start, number.Span.End);
        return new DynamicScalar(span, number switch
        {
            LongLiteral l => new LongLiteral(span, -l.Value),
            RealLiteral r => new RealLiteral(span, -r.Value),
            _ => number,
        });
    }

    private DynamicProperty? TryJsonPair()
    {
        var key = Current;
        if (key.Kind == TokenKind.StringLiteral)
        {
            Take();
            Expect(TokenKind.Colon);
            var value = JsonValue();
            return new DynamicProperty(SpanFrom(key.Start), Literals.StringValue.Of(SpanOf(key)), value);
        }

        if (!At(TokenKind.Colon))
            return null;
        FailMissing("string");
        return new DynamicProperty(default, "", new DynamicNull(default));
    }
}
