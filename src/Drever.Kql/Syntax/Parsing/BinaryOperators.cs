using System.Collections.Frozen;
using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>How tightly an operator binds. <c>and</c>, <c>or</c> are below all of these; unary and path operators above.</summary>
internal enum Level
{
    /// <summary><c>== != in between</c>: once only, <c>a == b == c</c> is an error.</summary>
    Equality = 1,

    /// <summary>Once only.</summary>
    Relational,
    Additive,
    Multiplicative,

    /// <summary><c>has contains =~ :</c> and the like: once only. They bind tighter than <c>+</c>.</summary>
    Text,
    Unary,
}

/// <summary>The binary operators as data.</summary>
internal static class BinaryOperators
{
    private static readonly FrozenDictionary<string, BinaryOperator> Words = new Dictionary<string, BinaryOperator>(StringComparer.Ordinal)
    {
        ["has"] = BinaryOperator.Has,
        ["has_cs"] = BinaryOperator.HasCs,
        ["!has"] = BinaryOperator.NotHas,
        ["!has_cs"] = BinaryOperator.NotHasCs,
        ["hasprefix"] = BinaryOperator.HasPrefix,
        ["hasprefix_cs"] = BinaryOperator.HasPrefixCs,
        ["!hasprefix"] = BinaryOperator.NotHasPrefix,
        ["!hasprefix_cs"] = BinaryOperator.NotHasPrefixCs,
        ["hassuffix"] = BinaryOperator.HasSuffix,
        ["hassuffix_cs"] = BinaryOperator.HasSuffixCs,
        ["!hassuffix"] = BinaryOperator.NotHasSuffix,
        ["!hassuffix_cs"] = BinaryOperator.NotHasSuffixCs,
        ["like"] = BinaryOperator.Like,
        ["likecs"] = BinaryOperator.LikeCs,
        ["notlike"] = BinaryOperator.NotLike,
        ["notlikecs"] = BinaryOperator.NotLikeCs,
        ["contains"] = BinaryOperator.Contains,
        ["contains_cs"] = BinaryOperator.ContainsCs,
        ["containscs"] = BinaryOperator.ContainsCs,
        ["!contains"] = BinaryOperator.NotContains,
        ["notcontains"] = BinaryOperator.NotContains,
        ["!contains_cs"] = BinaryOperator.NotContainsCs,
        ["notcontainscs"] = BinaryOperator.NotContainsCs,
        ["startswith"] = BinaryOperator.StartsWith,
        ["startswith_cs"] = BinaryOperator.StartsWithCs,
        ["!startswith"] = BinaryOperator.NotStartsWith,
        ["!startswith_cs"] = BinaryOperator.NotStartsWithCs,
        ["endswith"] = BinaryOperator.EndsWith,
        ["endswith_cs"] = BinaryOperator.EndsWithCs,
        ["!endswith"] = BinaryOperator.NotEndsWith,
        ["!endswith_cs"] = BinaryOperator.NotEndsWithCs,
        ["matches regex"] = BinaryOperator.MatchesRegex,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool TryGet(Token token, out BinaryOperator binary, out Level level)
    {
        if (token.Keyword is { } keyword)
        {
            level = Level.Text;
            return Words.TryGetValue(keyword.Text, out binary);
        }

        (binary, level) = token.Kind switch
        {
            TokenKind.EqualEqual => (BinaryOperator.Equal, Level.Equality),
            TokenKind.BangEqual or TokenKind.LessGreater => (BinaryOperator.NotEqual, Level.Equality),
            TokenKind.Less => (BinaryOperator.LessThan, Level.Relational),
            TokenKind.LessOrEqual => (BinaryOperator.LessThanOrEqual, Level.Relational),
            TokenKind.Greater => (BinaryOperator.GreaterThan, Level.Relational),
            TokenKind.GreaterOrEqual => (BinaryOperator.GreaterThanOrEqual, Level.Relational),
            TokenKind.Plus => (BinaryOperator.Add, Level.Additive),
            TokenKind.Minus => (BinaryOperator.Subtract, Level.Additive),
            TokenKind.Asterisk => (BinaryOperator.Multiply, Level.Multiplicative),
            TokenKind.Slash => (BinaryOperator.Divide, Level.Multiplicative),
            TokenKind.Percent => (BinaryOperator.Modulo, Level.Multiplicative),
            TokenKind.EqualTilde => (BinaryOperator.EqualTilde, Level.Text),
            TokenKind.BangTilde => (BinaryOperator.BangTilde, Level.Text),
            TokenKind.Colon => (BinaryOperator.Search, Level.Text),
            _ => (default, default(Level)),
        };
        return level != default;
    }

    public static SetOperator? TrySet(Token token) => token.Keyword?.Text switch
    {
        "in" => SetOperator.In,
        "in~" => SetOperator.InTilde,
        "!in" => SetOperator.NotIn,
        "!in~" => SetOperator.NotInTilde,
        "has_any" => SetOperator.HasAny,
        "has_all" => SetOperator.HasAll,
        _ => null,
    };
}
