using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>
/// What the five operators share: int and long wrap around, real follows IEEE 754, a whole number divided by zero is null.
/// Source: Kusto reference, "Numerical operators" and "Datetime / timespan arithmetic".
/// </summary>
internal static class Arithmetic
{
    /// <summary>A result of whole numbers in its own width, whatever widths the engine worked in: of two ints it may be less than a long's.</summary>
    public static SqlValue Whole(ScalarCall call, SqlExpression sql, bool nullable) =>
        new(
            call.Type switch
            {
                KqlType.Int => Expr.Call("toInt32", sql),
                KqlType.Long when call.Arguments.All(a => a.Type == KqlType.Int) => Expr.Call("toInt64", sql),
                _ => sql,
            },
            call.Type,
            nullable);

    /// <summary>Both operands in the result's type.</summary>
    public static (SqlValue Left, SqlValue Right) Same(ScalarCall call) => (Numeric(call[0], call.Type), Numeric(call[1], call.Type));

    /// <summary>Whole numbers are taken as they are: the engine widens them.</summary>
    public static SqlValue Numeric(SqlValue value, KqlType type) => value.Type switch
    {
        KqlType.Int or KqlType.Long when type is KqlType.Long or KqlType.Int or KqlType.Real => value,
        KqlType.Real when type == KqlType.Real => value,
        KqlType.Decimal when type == KqlType.Decimal => value,
        _ => value.To(type),
    };

    /// <summary>
    /// dynamic op dynamic: whole numbers give a whole number, others a real, anything but numbers null.
    /// </summary>
    public static SqlValue OfDynamics(ScalarCall call, Func<SqlExpression, SqlExpression, SqlExpression> whole, Func<SqlExpression, SqlExpression, SqlExpression> real)
    {
        static SqlExpression Integer(SqlValue value) => Expr.Call("toInt64OrNull", value.Sql);
        var integer = new SqlValue(whole(Integer(call[0]), Integer(call[1])), KqlType.Long, Nullable: true);
        var other = new SqlValue(real(call[0].To(KqlType.Real).Sql, call[1].To(KqlType.Real).Sql), KqlType.Real, Nullable: true);
        return call.ReturnsNotNull(Expr.If(Expr.IsNotNull(integer.Sql), integer.ToDynamic(), other.ToDynamic()));
    }

    /// <summary>Literals meet before the engine sees them, where it would choose types as narrow as their values.</summary>
    public static SqlValue? Fold(ScalarCall call, Func<long, long, long> fold) =>
        call.Type is KqlType.Long or KqlType.TimeSpan && ConstantOf(call[0].Sql) is { } left && ConstantOf(call[1].Sql) is { } right
            ? call.ReturnsNotNull(Literals.LongOf(fold(left, right)))
            : null;

    /// <summary>The whole number that an expression is, when it is a literal.</summary>
    public static long? ConstantOf(SqlExpression sql) => sql switch
    {
        SqlInteger literal => literal.Value,
        SqlCall { Name: "toInt32" or "toInt64", Arguments: [SqlInteger literal] } => literal.Value,
        _ => null,
    };

    public static bool HasTime(ScalarCall call) => IsTime(call[0].Type) || IsTime(call[1].Type);

    public static bool IsTime(KqlType type) => type is KqlType.DateTime or KqlType.TimeSpan;
}
