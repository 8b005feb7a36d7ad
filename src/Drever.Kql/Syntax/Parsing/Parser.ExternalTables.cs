using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>Tables outside the database: externaldata and inline_external_table.</summary>
internal sealed partial class Parser
{
    private ExternalDataExpression ExternalData()
    {
        var start = Take().Start;
        var parameters = Parameters(needsEqual: false);
        var schema = RowSchema();
        Expect(TokenKind.OpenBracket);
        var uris = List(static p => p.TryPipeline(), "value", allowTrailingComma: true);
        Expect(TokenKind.CloseBracket);
        var properties = ExternalProperties();
        return new ExternalDataExpression(SpanFrom(start), parameters, schema, uris, properties);
    }

    /// <summary><c>with (format="csv", ...)</c>: any name, a literal or a word.</summary>
    private OperatorParameter[] ExternalProperties()
    {
        if (!TryTake("with"))
            return [];
        Expect(TokenKind.OpenParen);
        var properties = List(static p => p.TryExternalProperty(), "parameter");
        Expect(TokenKind.CloseParen);
        return properties;
    }

    private OperatorParameter? TryExternalProperty()
    {
        var name = TryDeclarableName();
        if (name is null)
            return null;
        Expect(TokenKind.Equal);
        Expression? value = Current.Kind is TokenKind.StringLiteral or TokenKind.LongLiteral or TokenKind.RealLiteral or TokenKind.BoolLiteral
            or TokenKind.TypedLong or TokenKind.TypedReal or TokenKind.TypedBool or TokenKind.TypedDateTime or TokenKind.RawGuidLiteral
            or TokenKind.TypedGuid
            ? TryTokenLiteral()
            : TryDeclarableName() is { } word ? new NameExpression(word.Span, word) : null;
        value ??= MissingValue();
        return new OperatorParameter(SpanFrom(name.Span.Start), name, value);
    }

    /// <summary>Its word is a free name, so a kind or a bracket with a <c>:</c> in it must follow.</summary>
    private bool AtInlineExternalTable => At("inline_external_table") && (Peek(1).Is("kind") || SchemaFollows(1));

    private bool SchemaFollows(int offset)
    {
        if (Peek(offset).Kind != TokenKind.OpenParen)
            return false;
        while (Peek(++offset).Kind is var kind && kind != TokenKind.Colon)
        {
            if (kind is TokenKind.CloseParen or TokenKind.EndOfText)
                return kind == TokenKind.EndOfText;
        }

        return true;
    }

    private InlineExternalTableExpression InlineExternalTable()
    {
        var start = Take().Start;
        var schema = SchemaFollows(0) ? RowSchema() : null;
        if (!At("kind"))
            Fail(Diagnostics.SyntaxErrors.ExternalTableKind.At(new Text.TextSpan(PreviousEnd, 0)));
        var kind = WordAfterEqual(["storage", "delta"]);
        var isDelta = string.Equals(kind?.Text, "delta", StringComparison.Ordinal);
        if (schema is null && !isDelta)
            FailMissing("schema declaration");
        FunctionParameter[] partitions = [];
        if (TryTake("partition"))
        {
            Expect("by");
            Expect(TokenKind.OpenParen);
            _ = TryTake(TokenKind.Comma);
            partitions = List(static p => p.TryPartitionColumn(), "partition column", allowTrailingComma: true);
            Expect(TokenKind.CloseParen);
        }

        var path = At("pathformat") ? PathFormat() : [];
        Name? format = null;
        if (At("dataformat"))
            format = WordAfterEqual([]);
        else if (!isDelta)
            Fail(Diagnostics.SyntaxErrors.DataFormat.At(new Text.TextSpan(PreviousEnd, 0)));
        if (!At(TokenKind.OpenParen))
            Fail(Diagnostics.SyntaxErrors.ConnectionStrings.At(new Text.TextSpan(PreviousEnd, 0)));
        _ = TryTake(TokenKind.OpenParen);
        var connections = List(static p => p.TryPipeline(), "value", allowTrailingComma: true);
        Expect(TokenKind.CloseParen);
        var properties = ExternalProperties();
        return new InlineExternalTableExpression(SpanFrom(start), schema, kind, partitions, path, format, connections, properties);
    }

    /// <summary><c>word = value</c>, where the value is one of these words, or any name.</summary>
    private Name? WordAfterEqual(ReadOnlySpan<string> values)
    {
        Take();
        Expect(TokenKind.Equal);
        return values.Length == 0 && At(TokenKind.Identifier) ? TakeName() : TryWord(values);
    }

    private FunctionParameter? TryPartitionColumn()
    {
        var column = TryColumn();
        if (column is null)
            return null;
        var value = TryTake(TokenKind.Equal) ? Unnamed() : null;
        return new FunctionParameter(SpanFrom(column.Span.Start), column.Name, column.Type, value);
    }

    private Expression[] PathFormat()
    {
        Take();
        Expect(TokenKind.Equal);
        Expect(TokenKind.OpenParen);
        var pieces = Sequence(static p => p.AtListEnd ? null : p.At(TokenKind.StringLiteral) ? p.StringLiteral() : p.TryCall() ?? p.TrySelector());
        Expect(TokenKind.CloseParen);
        return pieces;
    }
}
