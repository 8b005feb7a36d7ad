using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "repeat()": nothing for a count below 1, null for no count.</summary>
internal sealed class Repeat : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["repeat(value: scalar, count: long): dynamic as PrefixAndFirstArgument(repeat) foldable"];

    public override string Doc => "An array of one value several times.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("repeat(1, 3)", "[1,1,1]"),
        new("""repeat("a", 2)""", """["a","a"]"""),
        new("repeat(1, 0)", "[]"),
        new("repeat(1, long(null))", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var count = Expr.Call("greatest", Expr.Number(0), Expr.Call("least", call[1].Integer(0), Expr.Number(ArrayRange.Most)));
        var array = DynamicArrays.FromItems(Expr.Call("arrayWithConstant", count, call[0].ToItem()));
        return call[1].Nullable ? call.NullUnless(Expr.Not(call[1].IsNull()), array) : call.ReturnsNotNull(array);
    }
}
