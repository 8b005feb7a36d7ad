using System.Collections.Immutable;

namespace Drever.Sql;

/// <summary>Short ways to make nodes; the small simplifications made here never change a value.</summary>
public static class Expr
{
    public static SqlExpression Null => SqlNull.Instance;

    public static SqlExpression True { get; } = new SqlBool(true);

    public static SqlExpression False { get; } = new SqlBool(false);

    public static SqlExpression Text(string value) => new SqlString(value);

    public static SqlExpression Number(long value) => new SqlInteger(value);

    public static SqlExpression Number(double value) => new SqlFloat(value);

    public static SqlExpression Call(string name, params ReadOnlySpan<SqlExpression> arguments) => new SqlCall(name, [.. arguments]);

    /// <summary>A parametric aggregate: <c>name(parameter)(arguments)</c>.</summary>
    public static SqlExpression CallWith(string name, SqlExpression parameter, params ReadOnlySpan<SqlExpression> arguments) =>
        new SqlCall(name, [.. arguments]) { Parameters = [parameter] };

    public static SqlExpression Binary(SqlBinaryOperator op, SqlExpression left, SqlExpression right) => new SqlBinary(op, left, right);

    public static SqlExpression Equal(SqlExpression left, SqlExpression right) => new SqlBinary(SqlBinaryOperator.Equal, left, right);

    public static SqlExpression NotEqual(SqlExpression left, SqlExpression right) => new SqlBinary(SqlBinaryOperator.NotEqual, left, right);

    public static SqlExpression Less(SqlExpression left, SqlExpression right) => new SqlBinary(SqlBinaryOperator.Less, left, right);

    public static SqlExpression LessOrEqual(SqlExpression left, SqlExpression right) => new SqlBinary(SqlBinaryOperator.LessOrEqual, left, right);

    public static SqlExpression Greater(SqlExpression left, SqlExpression right) => new SqlBinary(SqlBinaryOperator.Greater, left, right);

    public static SqlExpression GreaterOrEqual(SqlExpression left, SqlExpression right) => new SqlBinary(SqlBinaryOperator.GreaterOrEqual, left, right);

    public static SqlExpression Add(SqlExpression left, SqlExpression right) => new SqlBinary(SqlBinaryOperator.Add, left, right);

    public static SqlExpression Subtract(SqlExpression left, SqlExpression right) => new SqlBinary(SqlBinaryOperator.Subtract, left, right);

    public static SqlExpression Multiply(SqlExpression left, SqlExpression right) => new SqlBinary(SqlBinaryOperator.Multiply, left, right);

    public static SqlExpression And(SqlExpression left, SqlExpression right) =>
        left is SqlBool { Value: true } ? right : right is SqlBool { Value: true } ? left : new SqlBinary(SqlBinaryOperator.And, left, right);

    public static SqlExpression Or(SqlExpression left, SqlExpression right) =>
        left is SqlBool { Value: false } ? right : right is SqlBool { Value: false } ? left : new SqlBinary(SqlBinaryOperator.Or, left, right);

    public static SqlExpression Not(SqlExpression operand) => operand switch
    {
        SqlBool b => new SqlBool(!b.Value),
        _ => new SqlUnary(SqlUnaryOperator.Not, operand),
    };

    public static SqlExpression IsNull(SqlExpression operand) => new SqlUnary(SqlUnaryOperator.IsNull, operand);

    public static SqlExpression IsNotNull(SqlExpression operand) => new SqlUnary(SqlUnaryOperator.IsNotNull, operand);

    /// <summary><c>if(condition, then, else)</c>.</summary>
    public static SqlExpression If(SqlExpression condition, SqlExpression then, SqlExpression otherwise) => Call("if", condition, then, otherwise);

    public static SqlExpression Cast(SqlExpression operand, SqlType type) => new SqlCast(operand, type);

    public static SqlExpression Lambda(string parameter, Func<SqlExpression, SqlExpression> body) =>
        new SqlLambda([parameter], body(new SqlVariable(parameter)));

    public static SqlExpression Lambda(string first, string second, Func<SqlExpression, SqlExpression, SqlExpression> body) =>
        new SqlLambda([first, second], body(new SqlVariable(first), new SqlVariable(second)));

    public static SqlExpression Array(params ReadOnlySpan<SqlExpression> items) => new SqlArray([.. items]);

    public static SqlExpression Tuple(params ReadOnlySpan<SqlExpression> items) => new SqlTuple([.. items]);

    public static SqlExpression In(SqlExpression value, ImmutableArray<SqlExpression> items) => new SqlIn(value, items, null, IsNegated: false);

    public static SqlExpression In(SqlExpression value, SqlQuery query) => new SqlIn(value, [], query, IsNegated: false);
}
