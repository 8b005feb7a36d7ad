using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>
/// Arrays that no row has a part in, such as <c>toscalar(... make_set(x))</c> and a table's column: the engine computes them once,
/// before the query, when they stand in a subquery of their own, and then takes them as it takes literals, by set and by text index.
/// </summary>
internal static class ConstantArrays
{
    /// <summary>Whether an expression is the same for all rows.</summary>
    public static bool IsConstant(SqlExpression expression) => expression switch
    {
        SqlString or SqlInteger or SqlFloat or SqlBool or SqlNull or SqlScalarSubquery or SqlVariable => true,
        SqlCall call => call.Name is not ("materialize" or "rand" or "rand64") && call.Arguments.All(IsConstant),
        SqlCast cast => IsConstant(cast.Operand),
        SqlUnary unary => IsConstant(unary.Operand),
        SqlBinary binary => IsConstant(binary.Left) && IsConstant(binary.Right),
        SqlLambda lambda => IsConstant(lambda.Body),
        SqlArray array => array.Items.All(IsConstant),
        SqlTuple tuple => tuple.Items.All(IsConstant),
        SqlIn { Query: null } set => IsConstant(set.Value) && set.Items.All(IsConstant),
        _ => false,
    };

    /// <summary>The value computed before the query.</summary>
    public static SqlExpression Beforehand(SqlExpression value) => new SqlScalarSubquery(new SqlSelect { Items = [new SqlItem(value, "value")] });

    /// <summary>The elements of an array as a query for IN.</summary>
    public static SqlQuery Elements(SqlExpression array) => new SqlSelect { Items = [new SqlItem(Expr.Call("arrayJoin", array), "element")] };
}
