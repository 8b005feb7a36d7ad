using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering.Operators;

/// <summary><c>take</c> and <c>sample</c>, which may give any rows; over a sort, <c>top</c>. A count below one gives no row.</summary>
internal static class TakeLowering
{
    public static SelectBlock Lower(BoundRelation input, BoundExpression count, RelationLowering relations)
    {
        var block = relations.Lower(input);
        if (block.IsLimited)
            block = block.Nest();
        block.SetLimit(Count(count, relations));
        return block;
    }

    public static SqlExpression Count(BoundExpression count, RelationLowering relations) => count switch
    {
        BoundLiteral { Value: long n } => Expr.Number(Math.Max(0, n)),
        BoundLiteral { Value: int n } => Expr.Number(Math.Max(0, n)),
        _ => Expr.Call("toUInt64", Expr.Call("greatest", Expr.Call("ifNull", relations.LowerConstant(count).To(KqlType.Long).Sql, Expr.Number(0)), Expr.Number(0))),
    };
}
