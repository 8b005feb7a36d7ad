using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "parse_version()": one to four numbers of at most eight digits; missing ones are 0.</summary>
internal sealed class ParseVersion : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["parse_version(version: string): decimal foldable"];

    public override string Doc => "A version as a decimal that sorts as the version does; null for what is no version.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""parse_version("0.0.0.1")""", "1"),
        new("""parse_version("1.2.3.4")""", "1000000020000000300000004"),
        new("""parse_version("1.2")""", "1000000020000000000000000"),
        new("""parse_version("10.0.19041.1") > parse_version("9.9.9.9")""", "true"),
        new("""parse_version("1.2.3.4.5")""", ""),
        new("""parse_version("a.b")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var version = call[0].ToText();
        var parts = Expr.Call("arrayResize", Expr.Call("splitByChar", Expr.Text("."), version), Expr.Number(4), Expr.Text("0"));
        var digits = Expr.Call("arrayStringConcat", Expr.Call(
            "arrayMap", Expr.Lambda("part", p => Expr.Call("leftPad", p, Expr.Number(8), Expr.Text("0"))), parts));
        return call.NullUnless(
            Expr.Call("match", version, Expr.Text("^[0-9]{1,8}(?:\\.[0-9]{1,8}){0,3}$")),
            Expr.Call("toDecimal128OrNull", digits, Expr.Number(0)));
    }
}
