using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>The texts under which the function catalog has the operators.</summary>
internal static class OperatorTexts
{
    public static string Of(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Or => "or",
        BinaryOperator.And => "and",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Modulo => "%",
        BinaryOperator.LessThan => "<",
        BinaryOperator.LessThanOrEqual => "<=",
        BinaryOperator.GreaterThan => ">",
        BinaryOperator.GreaterThanOrEqual => ">=",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.EqualTilde => "=~",
        BinaryOperator.BangTilde => "!~",
        BinaryOperator.Has or BinaryOperator.Search => "has",
        BinaryOperator.HasCs => "has_cs",
        BinaryOperator.NotHas => "!has",
        BinaryOperator.NotHasCs => "!has_cs",
        BinaryOperator.HasPrefix => "hasprefix",
        BinaryOperator.HasPrefixCs => "hasprefix_cs",
        BinaryOperator.NotHasPrefix => "!hasprefix",
        BinaryOperator.NotHasPrefixCs => "!hasprefix_cs",
        BinaryOperator.HasSuffix => "hassuffix",
        BinaryOperator.HasSuffixCs => "hassuffix_cs",
        BinaryOperator.NotHasSuffix => "!hassuffix",
        BinaryOperator.NotHasSuffixCs => "!hassuffix_cs",
        BinaryOperator.Like => "like",
        BinaryOperator.LikeCs => "likecs",
        BinaryOperator.NotLike => "notlike",
        BinaryOperator.NotLikeCs => "notlikecs",
        BinaryOperator.Contains => "contains",
        BinaryOperator.ContainsCs => "contains_cs",
        BinaryOperator.NotContains => "!contains",
        BinaryOperator.NotContainsCs => "!contains_cs",
        BinaryOperator.StartsWith => "startswith",
        BinaryOperator.StartsWithCs => "startswith_cs",
        BinaryOperator.NotStartsWith => "!startswith",
        BinaryOperator.NotStartsWithCs => "!startswith_cs",
        BinaryOperator.EndsWith => "endswith",
        BinaryOperator.EndsWithCs => "endswith_cs",
        BinaryOperator.NotEndsWith => "!endswith",
        BinaryOperator.NotEndsWithCs => "!endswith_cs",
        BinaryOperator.MatchesRegex => "matches regex",
        _ => throw new ArgumentOutOfRangeException(nameof(binary), binary, null),
    };

    public static string Of(SetOperator set) => set switch
    {
        SetOperator.In => "in",
        SetOperator.InTilde => "in~",
        SetOperator.NotIn => "!in",
        SetOperator.NotInTilde => "!in~",
        SetOperator.HasAny => "has_any",
        SetOperator.HasAll => "has_all",
        _ => throw new ArgumentOutOfRangeException(nameof(set), set, null),
    };
}
