using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary><c>parse</c>, <c>parse-where</c> and <c>parse-kv</c>.</summary>
internal sealed partial class QueryBinder
{
    private RowScope BindParse(ParseOperator parse, RowScope input, Scope scope)
    {
        var value = BindScalar(parse.Input, scope);
        var columns = new ColumnList(_diagnostics, input.Columns.Length + 4);
        columns.AddInput(input.Columns);
        CheckWord(parse.Parameters, "kind", "simple", "regex", "relaxed");
        CheckPattern(parse.Pattern);
        var pieces = ImmutableArray.CreateBuilder<ParsePiece>(parse.Pattern.Count);
        foreach (var part in parse.Pattern)
        {
            switch (part)
            {
                case ParseStar:
                    pieces.Add(new(null, null));
                    break;
                case ParseText text:
                    pieces.Add(new(text.Text.Value, null));
                    break;
                case ParseColumn column:
                    var type = column.Type is null ? KqlType.String : ScalarType(column.Type) ?? KqlType.Unknown;
                    if (columns.Declare(column.Name.Text, type, column.Name.Span, replace: true) is { } added)
                        pieces.Add(new(null, added));
                    break;
            }
        }

        var kind = parse.Parameters.Find("kind")?.Word switch
        {
            "regex" => ParseKind.Regex,
            "relaxed" => ParseKind.Relaxed,
            _ => ParseKind.Simple,
        };
        var result = pieces.ToImmutable();
        var relation = new BoundParse(input.Relation, kind, parse.Parameters.Find("flags")?.Word ?? "", Converted(value, KqlType.String), result, parse.IsFilter, columns.ToImmutable()) { Span = parse.Span };
        return input.Plus(relation, [.. result.Where(p => p.Column is not null).Select(p => p.Column!)]);
    }

    /// <summary>A column ends where the text behind it begins, so there must be one; <c>*</c> likewise.</summary>
    private void CheckPattern(IReadOnlyList<ParsePart> pattern)
    {
        for (var i = 0; i < pattern.Count; i++)
        {
            var before = i > 0 ? pattern[i - 1] : null;
            if (pattern[i] is ParseColumn && before is not (null or ParseText))
                _diagnostics.Error("KS101", pattern[i].Span, "'parse': a text belongs before this column.");
            if (pattern[i] is not ParseStar)
                continue;
            if (before is ParseColumn { Type: null or ScalarTypeSyntax { Name: "string" } })
                _diagnostics.Error("KS103", pattern[i].Span, "'parse': a text belongs between a string column and '*'.");
            if (i + 1 < pattern.Count && pattern[i + 1] is not ParseText)
                _diagnostics.Error("KS102", pattern[i].Span, "'parse': a text belongs behind '*'.");
        }
    }

    private RowScope BindParseKv(ParseKvOperator parse, RowScope input, Scope scope)
    {
        var value = BindScalar(parse.Input, scope);
        var columns = new ColumnList(_diagnostics, input.Columns.Length + parse.Keys.Columns.Count);
        columns.AddInput(input.Columns);
        var keys = ImmutableArray.CreateBuilder<ColumnSymbol>(parse.Keys.Columns.Count);
        foreach (var key in parse.Keys.Columns)
        {
            if (columns.Declare(key.Name.Text, ScalarType(key.Type) ?? KqlType.Unknown, key.Name.Span, replace: true) is { } added)
                keys.Add(added);
        }

        var options = new ParseKvOptions(
            Option(parse, "pair_delimiter"), Option(parse, "kv_delimiter"), Quotes(parse), Option(parse, "escape"),
            Option(parse, "greedy") == "true", Option(parse, "regex"));
        var relation = new BoundParseKv(input.Relation, Converted(value, KqlType.String), keys.ToImmutable(), options, columns.ToImmutable()) { Span = parse.Span };
        return input.Plus(relation, keys.ToImmutable());
    }

    private static string Option(ParseKvOperator parse, string name) => parse.Properties.Find(name)?.Word ?? "";

    private static ImmutableArray<string> Quotes(ParseKvOperator parse) => parse.Properties.Find("quote")?.Value switch
    {
        ExpressionList list => [.. list.Items.OfType<StringLiteral>().Select(t => t.Value)],
        StringLiteral text => [text.Value],
        _ => [],
    };
}
