using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>The engine computes equal calls once; an argument that no other call has keeps two random numbers of one query apart.</summary>
internal static class RandomTag
{
    public static SqlExpression New(ScalarCall call) => Expr.Text(call.Context.NewVariable("random"));
}
