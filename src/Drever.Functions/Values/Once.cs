using Drever.Sql;

namespace Drever.Functions.Values;

/// <summary>
/// Uses a value several times without writing it several times: small expressions are repeated (the engine computes equal ones
/// once), larger ones become the parameter of a lambda.
/// </summary>
public static class Once
{
    /// <param name="hint">The lambda parameter's name. The body must not use an outer variable of the same name.</param>
    /// <param name="value">What is used several times.</param>
    /// <param name="body">The expression made of it.</param>
    public static SqlExpression Use(string hint, SqlExpression value, Func<SqlExpression, SqlExpression> body) =>
        IsSmall(value)
            ? body(value)
            : Expr.Call("arrayElement", Expr.Call("arrayMap", Expr.Lambda(hint, body), Expr.Array(value)), Expr.Number(1));

    private static bool IsSmall(SqlExpression value) => value switch
    {
        SqlCall { Arguments.Length: <= 2 } call => call.Arguments.All(IsLeaf),
        SqlCast cast => IsLeaf(cast.Operand),
        SqlBinary binary => IsLeaf(binary.Left) && IsLeaf(binary.Right),
        _ => IsLeaf(value),
    };

    private static bool IsLeaf(SqlExpression value) =>
        value is SqlColumn or SqlVariable or SqlString or SqlInteger or SqlFloat or SqlBool or SqlNull
            or SqlCast { Operand: SqlString or SqlInteger or SqlFloat or SqlBool or SqlNull };
}
