using System.Collections.Frozen;
using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary><c>name=value</c> behind the word of an operator and in <c>with (...)</c>.</summary>
internal sealed partial class Parser
{
    /// <summary>The parameters of an operator.</summary>
    /// <param name="own">Those that only this operator has.</param>
    /// <param name="needsEqual">
    /// A word without <c>=</c> behind it is no parameter but what the operator works on: <c>where kind == 1</c>.
    /// </param>
    private OperatorParameter[] Parameters(FrozenDictionary<string, ParameterValue>? own = null, bool needsEqual = true)
    {
        List<OperatorParameter>? parameters = null;
        while (TryParameter(own ?? ParameterFacts.None, ParameterFacts.Known, needsEqual) is { } parameter)
            (parameters ??= []).Add(parameter);
        return parameters?.ToArray() ?? [];
    }

    /// <summary>The parameters of a <c>with</c> clause, with commas between them.</summary>
    private OperatorParameter[] Properties(FrozenDictionary<string, ParameterValue> own, bool allowKnown = false)
    {
        var known = allowKnown ? ParameterFacts.Known : ParameterFacts.None;
        return List(p => p.TryParameter(own, known, needsEqual: false), "parameter");
    }

    private OperatorParameter? TryParameter(
        FrozenDictionary<string, ParameterValue> own,
        FrozenDictionary<string, ParameterValue> known,
        bool needsEqual)
    {
        var length = ParameterNameLength(own, known, out var value);
        if (length == 0 || (needsEqual && Peek(length).Kind != TokenKind.Equal))
            return null;
        var start = Current.Start;
        _position += length;
        var span = SpanFrom(start);
        var name = new Name(span, _source[span].ToString());
        Expect(TokenKind.Equal);
        var expression = ParameterExpression(value, own);
        return new OperatorParameter(SpanFrom(start), name, expression);
    }

    /// <summary>The number of tokens of a parameter's name, 0 when there is none.</summary>
    private int ParameterNameLength(
        FrozenDictionary<string, ParameterValue> own,
        FrozenDictionary<string, ParameterValue> known,
        out ParameterValue value)
    {
        value = ParameterValue.Any;
        if (Current.Kind is not (TokenKind.Identifier or TokenKind.Keyword))
            return 0;
        var text = SpanOf(Current);
        if (Lookup(own, text, out value) || Lookup(known, text, out value))
            return 1;

        // hint.pass_filters is not a word of the language
        if (text is not "hint" || Peek(1).Kind != TokenKind.Dot || Peek(2).Kind != TokenKind.Identifier)
            return 0;
        return Lookup(known, _source.Text.AsSpan(Current.Start, Peek(2).End - Current.Start), out value) ? 3 : 0;
    }

    private static bool Lookup(FrozenDictionary<string, ParameterValue> table, ReadOnlySpan<char> name, out ParameterValue value) =>
        table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out value);

    private Expression ParameterExpression(ParameterValue value, FrozenDictionary<string, ParameterValue> own)
    {
        switch (value)
        {
            case ParameterValue.NewName:
                return (Expression?)TryNameExpression() ?? TryParameterValue() ?? MissingNameExpression();
            case ParameterValue.Column:
                return (Expression?)TryNameExpression() ?? TryParameterValue() ?? MissingNameExpression();
            case ParameterValue.Columns:
                return ParameterColumns(own);
            case ParameterValue.Text:
                return TryPostfix() ?? MissingValue();
            case ParameterValue.Real:
                return AsReal(TryParameterValue() ?? MissingValue());
            default:
                return TryParameterValue() ?? MissingValue();
        }
    }

    private Expression? TryParameterValue()
    {
        if (TryLiteral() is { } literal)
            return literal;
        if (AtClientParameter)
            return FailClientParameter();
        if (Current.Keyword is not { } keyword || !ParameterFacts.ReservedValues.Contains(keyword.Text))
            return TryNameExpression();
        var name = TakeName();
        return new NameExpression(name.Span, name);
    }

    private static Expression AsReal(Expression value) => value is LongLiteral whole ? new RealLiteral(whole.Span, whole.Value) : value;

    private NameExpression MissingValue()
    {
        FailMissing("value");
        return new NameExpression(default, NoName);
    }

    /// <summary>Columns with commas between them, up to a comma before the next parameter.</summary>
    private ExpressionList ParameterColumns(FrozenDictionary<string, ParameterValue> own)
    {
        var columns = new List<Expression>();
        var start = Current.Start;
        do
        {
            if (TryDeclarableName() is { } name)
                columns.Add(new NameExpression(name.Span, name));
            else
                FailMissing("name");
        }
        while (At(TokenKind.Comma) && !NextIsParameter(own) && Take().Kind == TokenKind.Comma);

        return new ExpressionList(SpanFrom(start), columns.ToArray());
    }

    private bool NextIsParameter(FrozenDictionary<string, ParameterValue> own) =>
        Peek(1).Kind is TokenKind.Identifier or TokenKind.Keyword
        && Peek(2).Kind == TokenKind.Equal
        && (Lookup(own, SpanOf(Peek(1)), out _) || Lookup(ParameterFacts.Known, SpanOf(Peek(1)), out _));

    /// <summary>One of these words, whatever else they are.</summary>
    private Name? TryWord(ReadOnlySpan<string> words)
    {
        if (Current.Kind is TokenKind.Identifier or TokenKind.Keyword)
        {
            var text = SpanOf(Current);
            foreach (var word in words)
            {
                if (text.SequenceEqual(word))
                    return TakeName();
            }
        }

        FailExpectedOneOf(words.ToArray());
        return null;
    }
}
