using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "split()". An empty delimiter splits nothing.</summary>
internal sealed class Split : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
        ["split(source: scalar, delimiter: string, requestedIndex: integer?): dynamic as FirstArgument foldable"];

    public override string Doc => "The parts of a text between delimiters, as an array; with an index, an array of that part alone.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""split("aa_bb", "_")""", """["aa","bb"]"""),
        new("""split("aaa_bbb_ccc", "_", 1)""", """["bbb"]"""),
        new("""split("", "_")""", """[""]"""),
        new("""split("a__b", "_")""", """["a","","b"]"""),
        new("""split("aabbcc", "bb")""", """["aa","cc"]"""),
        new("""split("a;b;c", ";")[1]""", "\"b\""),
        new("""tostring(split(@"C:\Windows\cmd.exe", @"\")[-1])""", "cmd.exe"),
        new("""split("a;b", ";")[5]""", ""),
        new("""split("abc", "")""", """["abc"]"""),
        new("""split("a_b", "_", 7)""", "[]"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var parts = Parts(call[0].ToText(), Constants.Text(call.Bound[1]), call[1].ToText());
        if (call.Count == 3)
            parts = Expr.Call("arraySlice", parts, Expr.Add(call[2].Position(-1), Expr.Number(1)), Expr.Number(1));
        return call.ReturnsNotNull(DynamicArrays.FromTexts(parts));
    }

    /// <summary>The engine splits at constants only; a mark takes the place of a delimiter that is known only at run time.</summary>
    private static SqlExpression Parts(SqlExpression source, string? constant, SqlExpression delimiter) => constant switch
    {
        "" => Expr.Array(source),
        null => Expr.Call("splitByString", Expr.Text(SearchWindow.Mark), Expr.Call("replaceAll", source, delimiter, Expr.Text(SearchWindow.Mark))),
        _ => Expr.Call("splitByString", Expr.Text(constant), source),
    };
}
