using System.Collections.Immutable;
using Drever.Kql.Symbols;

namespace Drever.Kql.Binding;

public enum ParseKind
{
    Simple,
    Relaxed,
    Regex,
}

/// <summary>One piece of a parse pattern: a text (or regex) to find, <c>*</c>, or a column to fill.</summary>
public readonly record struct ParsePiece(string? Text, ColumnSymbol? Column)
{
    /// <summary><c>*</c>: skips anything.</summary>
    public bool IsStar => Text is null && Column is null;
}

/// <summary><c>parse</c>, and with <see cref="FilterUnmatched"/> <c>parse-where</c>.</summary>
public sealed record BoundParse(
    BoundRelation Input, ParseKind Kind, string Flags, BoundExpression Value, ImmutableArray<ParsePiece> Pieces, bool FilterUnmatched, ImmutableArray<ColumnSymbol> Result)
    : BoundUnary(Input)
{
    public override ImmutableArray<ColumnSymbol> Columns => Result;
}

/// <summary><c>parse-kv</c>: pairs of a string into columns. A key's <see cref="ColumnSymbol.Name"/> is what is looked for.</summary>
public sealed record BoundParseKv(
    BoundRelation Input, BoundExpression Value, ImmutableArray<ColumnSymbol> Keys, ParseKvOptions Options, ImmutableArray<ColumnSymbol> Result)
    : BoundUnary(Input)
{
    public override ImmutableArray<ColumnSymbol> Columns => Result;
}

/// <summary>The options of parse-kv; empty texts are the defaults of the page "parse-kv operator".</summary>
public sealed record ParseKvOptions(string PairDelimiter, string KeyValueDelimiter, ImmutableArray<string> Quotes, string Escape, bool Greedy, string Regex);
