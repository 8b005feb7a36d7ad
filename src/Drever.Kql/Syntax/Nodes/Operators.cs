namespace Drever.Kql.Syntax;

public enum UnaryOperator
{
    Minus,
    Plus,
}

/// <summary>Named after the kinds of Microsoft's language service. <c>Cs</c>: the case counts.</summary>
public enum BinaryOperator
{
    Or,
    And,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    LessThan,
    LessThanOrEqual,
    GreaterThan,
    GreaterThanOrEqual,
    Equal,
    NotEqual,
    EqualTilde,
    BangTilde,
    Has,
    HasCs,
    NotHas,
    NotHasCs,
    HasPrefix,
    HasPrefixCs,
    NotHasPrefix,
    NotHasPrefixCs,
    HasSuffix,
    HasSuffixCs,
    NotHasSuffix,
    NotHasSuffixCs,
    Like,
    LikeCs,
    NotLike,
    NotLikeCs,
    Contains,
    ContainsCs,
    NotContains,
    NotContainsCs,
    StartsWith,
    StartsWithCs,
    NotStartsWith,
    NotStartsWithCs,
    EndsWith,
    EndsWithCs,
    NotEndsWith,
    NotEndsWithCs,
    MatchesRegex,

    /// <summary><c>column:"text"</c>, in search and find.</summary>
    Search,
}

public enum SetOperator
{
    /// <summary><c>in</c>: the case counts.</summary>
    In,

    /// <summary><c>in~</c>: the case does not count.</summary>
    InTilde,
    NotIn,
    NotInTilde,
    HasAny,
    HasAll,
}
