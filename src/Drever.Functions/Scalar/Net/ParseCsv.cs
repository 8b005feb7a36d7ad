using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "parse_csv()": RFC 4180, the first record only.</summary>
internal sealed class ParseCsv : ScalarFunction
{
    private const string Record = """^(?:[^"\r\n]|"(?:[^"]|"")*")*""";
    private const string Field = """(?s),(?:"((?:[^"]|"")*)"|([^,]*))""";

    public override IReadOnlyList<string> Signatures => ["parse_csv(csv_text: stringordynamic): dynamic as FirstArgument foldable"];

    public override string Doc => "The fields of a line of comma-separated values.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""parse_csv("aa,b,cc")""", """["aa","b","cc"]"""),
        new("""parse_csv("a,,\"b,\"\"c\"\"\"")""", """["a","","b,\"c\""]"""),
        new("""parse_csv("record1,a,b,c\nrecord2,x,y,z")""", """["record1","a","b","c"]"""),
        new("""parse_csv(",x")[0]""", "\"\""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        // a comma in front makes every match begin with one, none of them empty
        var record = Expr.Call("concat", Expr.Text(","), Expr.Call("regexpExtract", call[0].ToText(), Expr.Text(Record), Expr.Number(0)));
        var fields = Expr.Call(
            "arrayMap",
            Expr.Lambda("groups", groups => Expr.If(
                Expr.Call("empty", groups.At(2)),
                Expr.Call("replaceAll", groups.At(1), Expr.Text("\"\""), Expr.Text("\"")),
                groups.At(2))),
            Expr.Call("extractAllGroupsVertical", record, Expr.Text(Field)));
        return call.ReturnsNotNull(DynamicArrays.FromTexts(fields));
    }
}
