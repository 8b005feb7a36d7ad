using Drever.Functions.Values;
using Drever.Kql.Symbols;

namespace Drever.Functions.Operators;

/// <summary>Two operands brought to types that the engine compares as KQL does.</summary>
internal readonly record struct Comparable(SqlValue Left, SqlValue Right)
{
    public bool NeverNull => !Left.Nullable && !Right.Nullable;

    /// <summary>For == and its like: a dynamic is compared by the value in it, and as text with a text.</summary>
    public static Comparable ForEquality(SqlValue left, SqlValue right)
    {
        if (left.Type == right.Type && left.Type != KqlType.Dynamic)
            return new(left, right);
        if (IsNumberLike(left.Type) && IsNumberLike(right.Type))
            return new(left, right);
        if (left.Type == KqlType.Dynamic && TakesFromDynamic(right.Type))
            return new(left.To(KindIn(right.Type)), AsKind(right));
        if (right.Type == KqlType.Dynamic && TakesFromDynamic(left.Type))
            return new(AsKind(left), right.To(KindIn(left.Type)));
        if (left.Type == KqlType.Guid && right.Type == KqlType.String)
            return new(left, right.To(KqlType.Guid));
        if (right.Type == KqlType.Guid && left.Type == KqlType.String)
            return new(left.To(KqlType.Guid), right);
        return new(left.AsText(), right.AsText());
    }

    /// <summary>For the order: a dynamic counts as a number unless the other side is a moment or a span of time.</summary>
    public static Comparable ForOrder(SqlValue left, SqlValue right) =>
        new(Ordered(left, right.Type), Ordered(right, left.Type));

    private static SqlValue Ordered(SqlValue value, KqlType other) =>
        value.Type != KqlType.Dynamic ? value : value.To(other is KqlType.DateTime or KqlType.TimeSpan ? other : KqlType.Real);

    private static bool IsNumberLike(KqlType type) => type.IsNumeric() || type == KqlType.Bool;

    private static bool TakesFromDynamic(KqlType type) => type is not (KqlType.String or KqlType.Dynamic or KqlType.Unknown);

    /// <summary>int and long as real, so that 1.5 is not 1.</summary>
    private static KqlType KindIn(KqlType type) => type.IsInteger() ? KqlType.Real : type;

    /// <summary>The engine compares a whole number and a real by their exact values; here both must have lost the same digits.</summary>
    private static SqlValue AsKind(SqlValue value) => value.Type.IsInteger() && !IsExactAsReal(value) ? value.To(KqlType.Real) : value;

    /// <summary>A constant that a real holds without loss.</summary>
    public static bool IsExactAsReal(SqlValue value) => Arithmetic.ConstantOf(value.Sql) is > -(1L << 53) and < 1L << 53;
}
