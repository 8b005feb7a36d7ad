using Drever.Kql.Syntax.Lexing;
using Drever.Kql.Text;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>Operators between expressions, by their precedence.</summary>
internal sealed partial class Parser
{
    /// <summary>Chains of <c>and</c> and <c>or</c> longer than this become balanced trees: hunting lists run to thousands of terms.</summary>
    private const int LongChain = 16;

    /// <summary>An expression without a name in front and without pipes.</summary>
    private Expression? TryUnnamed()
    {
        var expression = Enter() ? TryLogical("or", BinaryOperator.Or, static p => p.TryLogical("and", BinaryOperator.And, static q => q.TryOperand(Level.Equality))) : NoExpression;
        Leave();
        return expression;
    }

    private Expression Unnamed() => TryUnnamed() ?? MissingExpression();

    private Expression? TryLogical(string keyword, BinaryOperator binary, Func<Parser, Expression?> operand)
    {
        var first = operand(this);
        if (first is null || !At(keyword))
            return first;
        var operands = new List<Expression> { first };
        var operatorSpans = new List<TextSpan>();
        while (At(keyword))
        {
            operatorSpans.Add(Take().Span);
            operands.Add(operand(this) ?? MissingExpression());
        }

        return Combine(binary, operands, operatorSpans);
    }

    private Expression Combine(BinaryOperator binary, List<Expression> operands, List<TextSpan> operatorSpans)
    {
        if (operands.Count > LongChain)
            return Balanced(0, operands.Count);
        var left = operands[0];
        for (var i = 1; i < operands.Count; i++)
            left = Join(left, i, operands[i]);
        _deepest += operands.Count;
        return left;

        Expression Balanced(int from, int to)
        {
            if (to - from == 1)
                return operands[from];
            var middle = (from + to) / 2;
            return Join(Balanced(from, middle), middle, Balanced(middle, to));
        }

        BinaryExpression Join(Expression left, int right, Expression operand) =>
            new(Cover(left, operand), binary, operatorSpans[right - 1], left, operand);
    }

    private Expression? TryOperand(Level lowest)
    {
        var outer = BeginChain();
        var left = TryUnary(lowest);
        var highest = Level.Text;
        while (left is not null)
        {
            var token = Current;
            if (lowest == Level.Equality && highest >= Level.Equality && TryMembership(left) is { } membership)
            {
                left = membership;
                highest = default;
            }
            else if (BinaryOperators.TryGet(token, out var binary, out var level) && level >= lowest && level <= highest)
            {
                Take();
                GrowChain();
                var right = TryOperand(level + 1) ?? MissingRight(binary);
                left = new BinaryExpression(Cover(left, right), binary, token.Span, left, right);
                highest = level is Level.Additive or Level.Multiplicative ? level : level - 1;
            }
            else
            {
                break;
            }
        }

        EndChain(outer);
        return left;
    }

    /// <summary>The language service has a text of its own for <c>!=</c>.</summary>
    private Expression MissingRight(BinaryOperator binary)
    {
        if (binary != BinaryOperator.NotEqual)
            return MissingExpression();
        Fail(Diagnostics.SyntaxErrors.Expected.At(new TextSpan(PreviousEnd, 0), "token"));
        return NoExpression;
    }

    /// <summary><c>in</c> and its relatives, and <c>between</c>.</summary>
    private Expression? TryMembership(Expression left)
    {
        var token = Current;
        if (token.Keyword is null)
            return null;
        if (BinaryOperators.TrySet(token) is { } set)
        {
            // make-series ... on t in range(...)
            if (set == SetOperator.In && Peek(1).Is("range"))
                return null;
            Take();
            GrowChain();
            var items = MembershipItems();
            return new InExpression(SpanFrom(left.Span.Start), set, token.Span, left, items);
        }

        if (!token.Is("between") && !token.Is("!between"))
            return null;
        Take();
        GrowChain();
        Expect(TokenKind.OpenParen);
        var from = Unnamed();
        Expect(TokenKind.DotDot);
        var to = Unnamed();
        Expect(TokenKind.CloseParen);
        return new BetweenExpression(SpanFrom(left.Span.Start), token.Is("!between"), token.Span, left, from, to);
    }

    /// <summary>A list of expressions, or one query.</summary>
    private Expression[] MembershipItems()
    {
        Expect(TokenKind.OpenParen);
        Expression[] items;
        if (AtQueryStart)
        {
            items = [Pipeline()];
        }
        else
        {
            items = List(static p => p.TryUnnamed(), atLeastOne: true);
            if (At(TokenKind.Bar) && items.Length == 1)
                items = [PipeFrom(items[0], items[0].Span.Start)];
        }

        Expect(TokenKind.CloseParen);
        return items;
    }

    private Expression? TryUnary(Level lowest)
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Minus or TokenKind.Plus:
                if (TryLowestLong() is { } lowestLong)
                    return lowestLong;
                Take();
                GrowChain();
                var operand = TryPostfix() ?? MissingExpression();
                var unary = token.Kind == TokenKind.Minus ? UnaryOperator.Minus : UnaryOperator.Plus;
                return new UnaryExpression(TextSpan.FromBounds(token.Start, operand.Span.End), unary, operand);
            case TokenKind.Asterisk when StarMayBeOperand(lowest):
                Take();
                return new StarExpression(token.Span);
            default:
                return TryPostfix();
        }
    }

    /// <summary><c>* has "x"</c>, <c>* == "x"</c>: any column.</summary>
    private bool StarMayBeOperand(Level lowest) =>
        BinaryOperators.TryGet(Peek(1), out var binary, out var level)
        && (level == Level.Text || (binary == BinaryOperator.Equal && lowest == Level.Equality));

    /// <summary>2^63 has no positive long, so the sign belongs to the number.</summary>
    private LongLiteral? TryLowestLong()
    {
        if (!At(TokenKind.Minus) || Peek(1).Kind != TokenKind.LongLiteral || SpanOf(Peek(1)) is not "9223372036854775808")
            return null;
        var start = Take().Start;
        Take();
        return new LongLiteral(SpanFrom(start), long.MinValue);
    }

    /// <summary><c>a.b</c>, <c>a[0]</c>, <c>f(x).y[0]</c>.</summary>
    private Expression? TryPostfix()
    {
        if (At("totable"))
            return ToTable();
        var outer = BeginChain();
        var target = TryPrimary();
        while (target is not null)
        {
            if (TryTake(TokenKind.Dot))
            {
                GrowChain();
                target = Member(target);
            }
            else if (At(TokenKind.OpenBracket))
            {
                GrowChain();
                target = Element(target);
            }
            else
            {
                break;
            }
        }

        EndChain(outer);
        return target;
    }

    private Expression Member(Expression target)
    {
        if (At(TokenKind.OpenBracket) && BracketedNameLength(0) == 0)
            return Element(target);
        var selector = TryCall() ?? TrySelector() ?? MissingNameExpression();
        return new PathExpression(TextSpan.FromBounds(target.Span.Start, selector.Span.End), target, selector);
    }

    private ElementExpression Element(Expression target)
    {
        Take();
        var index = TryUnnamed() ?? MissingNameExpression();
        Expect(TokenKind.CloseBracket);
        return new ElementExpression(SpanFrom(target.Span.Start), target, index);
    }
}
