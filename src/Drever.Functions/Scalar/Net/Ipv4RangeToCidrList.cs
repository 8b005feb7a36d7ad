using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "ipv4_range_to_cidr_list()".</summary>
internal sealed class Ipv4RangeToCidrList : ScalarFunction
{
    /// <summary>A range of 32-bit numbers takes 62 blocks at most.</summary>
    private const int MostBlocks = 62;

    public override IReadOnlyList<string> Signatures => ["ipv4_range_to_cidr_list(start_ip: string, end_ip: string): dynamic foldable"];

    public override string Doc => "The fewest CIDR blocks that make up a range of IPv4 addresses.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""ipv4_range_to_cidr_list("1.1.128.0", "1.1.140.255")""", """["1.1.128.0/21","1.1.136.0/22","1.1.140.0/24"]"""),
        new("""ipv4_range_to_cidr_list("10.0.0.1", "10.0.0.1")""", """["10.0.0.1/32"]"""),
        new("""ipv4_range_to_cidr_list("0.0.0.0", "255.255.255.255")""", """["0.0.0.0/0"]"""),
        new("""ipv4_range_to_cidr_list("x", "10.0.0.1")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var (first, last) = (Ipv4.Address(call[0].ToText()), Ipv4.Address(call[1].ToText()));
        var begin = Expr.Call("toInt64", Expr.Call("ifNull", first, Expr.Number(0)));
        var end = Expr.Call("toInt64", Expr.Call("ifNull", last, Expr.Number(0)));
        var blocks = Expr.Call(
            "arrayFold",
            Expr.Lambda("state", "round", (state, _) => Next(state, end)),
            Expr.Call("range", Expr.Number(MostBlocks)),
            Expr.Tuple(begin, Expr.Call("emptyArrayString")));
        return call.NullUnless(
            Expr.And(Expr.IsNotNull(first), Expr.IsNotNull(last)), DynamicArrays.FromTexts(Expr.Call("tupleElement", blocks, Expr.Number(2))));
    }

    /// <summary>The largest block that begins at the address that is next, and ends in the range.</summary>
    private static SqlExpression Next(SqlExpression state, SqlExpression end)
    {
        var at = Expr.Call("tupleElement", state, Expr.Number(1));
        var list = Expr.Call("tupleElement", state, Expr.Number(2));

        // how many bits the block leaves free: no more than the address has zeros at its end, nor than fit into the rest
        var zeros = Expr.If(
            Expr.Equal(at, Expr.Number(0)),
            Expr.Number(32),
            Expr.Call("toInt64", Expr.Call("log2", Expr.Call("bitAnd", at, Expr.Subtract(Expr.Number(0), at)))));
        var fits = Expr.Call("toInt64", Expr.Call("floor", Expr.Call("log2", Expr.Call("greatest", Expr.Number(1), Expr.Add(Expr.Subtract(end, at), Expr.Number(1))))));
        var bits = Expr.Call("least", zeros, fits);
        var block = Expr.Call("concat", Ipv4.Text(at), Expr.Text("/"), Expr.Call("toString", Expr.Subtract(Expr.Number(32), bits)));
        return Expr.If(
            Expr.Greater(at, end),
            state,
            Expr.Tuple(Expr.Add(at, Expr.Call("bitShiftLeft", Expr.Call("toInt64", Expr.Number(1)), bits)), Expr.Call("arrayPushBack", list, block)));
    }
}
