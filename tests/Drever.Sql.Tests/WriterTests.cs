
namespace Drever.Sql.Tests;

/// <summary>The text that a tree is written as.</summary>
public sealed class WriterTests
{
    private static readonly SqlExpression A = new SqlColumn("t1", "a");
    private static readonly SqlExpression B = new SqlColumn("t1", "b");

    [Fact]
    public void Brackets_follow_precedence()
    {
        Assert.Equal("(`t1`.`a` OR `t1`.`b`) AND `t1`.`a`", SqlWriter.Write(Expr.And(Expr.Or(A, B), A)));
        Assert.Equal("`t1`.`a` OR `t1`.`b` AND `t1`.`a`", SqlWriter.Write(Expr.Or(A, Expr.And(B, A))));
        Assert.Equal("NOT `t1`.`a` = `t1`.`b`", SqlWriter.Write(Expr.Not(Expr.Equal(A, B))));
        Assert.Equal("(NOT `t1`.`a`) = `t1`.`b`", SqlWriter.Write(Expr.Equal(Expr.Not(A), B)));
    }

    [Fact]
    public void A_subtrahend_and_a_divisor_keep_their_brackets()
    {
        Assert.Equal("`t1`.`a` - (`t1`.`b` - 1)", SqlWriter.Write(Expr.Subtract(A, Expr.Subtract(B, Expr.Number(1)))));
        Assert.Equal("`t1`.`a` - `t1`.`b` - 1", SqlWriter.Write(Expr.Subtract(Expr.Subtract(A, B), Expr.Number(1))));
    }

    [Fact]
    public void Two_minus_signs_never_meet()
    {
        var negated = SqlWriter.Write(new SqlUnary(SqlUnaryOperator.Negate, Expr.Number(-5)));
        Assert.DoesNotContain("--", negated, StringComparison.Ordinal);
        Assert.DoesNotContain("--", SqlWriter.Write(Expr.Subtract(A, Expr.Number(-5))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_no_name_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => SqlWriter.Write(Expr.Call("f(1); DROP TABLE x; --")));

    [Fact]
    public void A_lambda_parameter_that_is_no_name_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => SqlWriter.Write(new SqlLambda(["x) -> 1, file("], A)));

    [Fact]
    public void A_type_is_written_as_text() =>
        Assert.Equal("CAST(`t1`.`a`, 'Nullable(Int64)')", SqlWriter.Write(Expr.Cast(A, SqlType.Nullable(SqlType.Int64))));
}
