using System.Collections.Frozen;
using Drever.Kql.Diagnostics;
using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>Types, column declarations and schemas.</summary>
internal sealed partial class Parser
{
    /// <summary>The names a declaration may use.</summary>
    private static readonly FrozenSet<string> ParameterTypes = FrozenSet.ToFrozenSet(
        [
            "bool", "boolean", "date", "datetime", "decimal", "double", "dynamic", "guid", "int", "int64", "int8", "long", "real", "string", "time",
            "timespan", "uniqueid",
        ],
        StringComparer.Ordinal);

    /// <summary>The further names that <c>typeof</c> and find's columns may use.</summary>
    private static readonly FrozenSet<string> FurtherTypes = FrozenSet.ToFrozenSet(
        ["float", "int16", "int32", "uint", "uint16", "uint32", "uint64", "uint8", "ulong"],
        StringComparer.Ordinal);

    private static bool IsParameterType(Token token) => token.Keyword is { } keyword && ParameterTypes.Contains(keyword.Text);

    private static bool IsExtendedType(Token token) =>
        token.Keyword is { } keyword && (ParameterTypes.Contains(keyword.Text) || FurtherTypes.Contains(keyword.Text));

    private ScalarTypeSyntax TakeType()
    {
        var token = Take();
        return new ScalarTypeSyntax(token.Span, TextOf(token));
    }

    /// <param name="isExtended">Whether the names of <see cref="FurtherTypes"/> will do.</param>
    private ScalarTypeSyntax ScalarType(bool isExtended = false)
    {
        if (IsParameterType(Current) || (isExtended && IsExtendedType(Current)))
            return TakeType();
        if (IsExtendedType(Current) || IsName(Current))
        {
            Report(SyntaxErrors.InvalidTypeName.At(Current.Span, TextOf(Current)));
            return TakeType();
        }

        FailMissing("type name");
        return new ScalarTypeSyntax(default, "");
    }

    /// <summary><c>typeof(long)</c>, <c>typeof(a:string, *)</c>. The caller has seen the bracket.</summary>
    private TypeOfLiteral TypeOf()
    {
        var start = Take().Start;
        var open = Take().Start;
        TypeSyntax type;
        if (IsExtendedType(Current) || (At(TokenKind.Identifier) && Peek(1).Kind == TokenKind.CloseParen))
        {
            type = TakeType();
            Expect(TokenKind.CloseParen);
        }
        else
        {
            var isOpen = false;
            var columns = new List<ColumnDeclaration>();
            foreach (var column in List(static p => p.TryStar() ?? (SyntaxNode?)p.TryColumn(), "type name"))
            {
                if (column is ColumnDeclaration declaration)
                    columns.Add(declaration);
                else
                    isOpen = true;
            }

            Expect(TokenKind.CloseParen);
            type = new SchemaTypeSyntax(SpanFrom(open), columns.ToArray(), isOpen);
        }

        return new TypeOfLiteral(SpanFrom(start), type);
    }

    private StarExpression? TryStar() => At(TokenKind.Asterisk) ? new StarExpression(Take().Span) : null;

    /// <summary><c>name:type</c>, where the type may be a schema in brackets.</summary>
    private ColumnDeclaration? TryColumn()
    {
        var name = TryDeclarableName();
        if (name is null)
        {
            if (!At(TokenKind.Colon))
                return null;
            name = MissingName();
        }

        Expect(TokenKind.Colon);
        var type = At(TokenKind.OpenParen) ? ParameterSchema() : (TypeSyntax)ScalarType();
        return new ColumnDeclaration(SpanFrom(name.Span.Start), name, type);
    }

    /// <summary><c>(*)</c> or <c>(a:string, b:long)</c>.</summary>
    private SchemaTypeSyntax ParameterSchema()
    {
        var start = Take().Start;
        ColumnDeclaration[] columns = [];
        var isOpen = TryTake(TokenKind.Asterisk);
        if (!isOpen && Enter())
            columns = Columns();
        if (!isOpen)
            Leave();
        Expect(TokenKind.CloseParen);
        return new SchemaTypeSyntax(SpanFrom(start), columns, isOpen);
    }

    private ColumnDeclaration[] Columns() => List(static p => p.TryColumn(), "parameter", allowTrailingComma: true);

    /// <summary>The columns of a datatable and its kind: a comma before the first and after the last does no harm.</summary>
    private SchemaTypeSyntax RowSchema()
    {
        if (!At(TokenKind.OpenParen))
        {
            FailMissing("schema declaration");
            return new SchemaTypeSyntax(default, [], IsOpen: false);
        }

        var start = Take().Start;
        _ = TryTake(TokenKind.Comma);
        var columns = Columns();
        Expect(TokenKind.CloseParen);
        return new SchemaTypeSyntax(SpanFrom(start), columns, IsOpen: false);
    }
}
