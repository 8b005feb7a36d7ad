using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>
/// Source: Kusto reference, "parse_command_line()", whose one parser is <c>windows</c>: the rules of CommandLineToArgvW, but that a doubled
/// quote inside quotes joins two quoted parts. Backslashes are special only before a quote: two stand for one, an odd one keeps the quote.
/// </summary>
internal sealed class ParseCommandLine : ScalarFunction
{
    /// <summary>An argument: pairs of backslashes, kept quotes, quoted parts and all else but blanks.</summary>
    private const string Argument = """(?s)(?:\\\\|\\"|"(?:\\\\|\\"|[^"])*(?:"|$)|[^\s"])+""";

    /// <summary>The pieces of an argument in which quotes and backslashes mean something, and the rest.</summary>
    private const string Pieces = """(?s)\\+"|\\+|"|[^\\"]+""";

    public override IReadOnlyList<string> Signatures => ["parse_command_line(command: scalar, parser: string): dynamic foldable"];

    public override string Doc => "The arguments of a Windows command line.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""parse_command_line("echo \"hello world!\"", "windows")""", """["echo","hello world!"]"""),
        new("""parse_command_line(@'"C:\Program Files\a.exe"  -x:"b c" d', "windows")""", """["C:\\Program Files\\a.exe","-x:b c","d"]"""),
        new("""parse_command_line(@'a \"b \\"c d"', "windows")""", """["a","\"b","\\c d"]"""),
        new("""parse_command_line(@'x "" y', "windows")[1]""", "\"\""),
        new("""parse_command_line("", "windows")""", "[]"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var arguments = Expr.Call("extractAll", call[0].ToText(), Expr.Text(Argument));
        return call.ReturnsNotNull(DynamicArrays.FromTexts(Expr.Call(
            "arrayMap",
            Expr.Lambda("argument", a => Expr.If(Expr.Equal(Expr.Call("position", a, Expr.Text("\"")), Expr.Number(0)), a, Unquoted(a))),
            arguments)));
    }

    private static SqlExpression Unquoted(SqlExpression argument) => Expr.Call(
        "arrayStringConcat",
        Expr.Call("arrayMap", Expr.Lambda("piece", Meaning), Expr.Call("extractAll", argument, Expr.Text(Pieces))));

    private static SqlExpression Meaning(SqlExpression piece)
    {
        var backslashes = Expr.Subtract(Expr.Call("length", piece), Expr.Number(1));
        var kept = Expr.Call("repeat", Expr.Text("\\"), Expr.Call("intDiv", backslashes, Expr.Number(2)));
        var quote = Expr.If(Expr.Equal(Expr.Binary(SqlBinaryOperator.Modulo, backslashes, Expr.Number(2)), Expr.Number(1)), Expr.Text("\""), Expr.Text(""));
        return Expr.If(Expr.Call("endsWith", piece, Expr.Text("\"")), Expr.Call("concat", kept, quote), piece);
    }
}
