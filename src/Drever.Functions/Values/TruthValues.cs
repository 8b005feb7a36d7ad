using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Values;

/// <summary>bool values where only true counts, and nulls.</summary>
public static class TruthValues
{
    /// <summary>Whether a bool is true; null is not. Never NULL. In WHERE the value itself does as well.</summary>
    public static SqlExpression IsTrue(this SqlValue value) =>
        value.Type == KqlType.Dynamic ? value.To(KqlType.Bool).IsTrue()
        : value.Nullable ? Expr.Call("ifNull", value.Sql, Expr.False)
        : value.Sql;

    /// <summary>KQL's <c>isnull</c>: a string is never null, a dynamic is where its text is empty.</summary>
    public static SqlExpression IsNull(this SqlValue value) => value switch
    {
        { Type: KqlType.String } => Expr.False,
        { Type: KqlType.Dynamic } => DynamicPaths.IsNull(value.Sql),
        { Nullable: true } => Expr.IsNull(value.Sql),
        _ => Expr.False,
    };

    /// <summary>A null of a type in its representation.</summary>
    public static SqlValue NullOf(KqlType type) =>
        type is KqlType.String or KqlType.Dynamic or KqlType.Unknown
            ? new SqlValue(Expr.Text(""), type, Nullable: false)
            : new SqlValue(Expr.Cast(Expr.Null, SqlTypes.Of(type)), type, Nullable: true);
}
