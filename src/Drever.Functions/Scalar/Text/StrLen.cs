using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "strlen()".</summary>
internal sealed class StrLen : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["strlen(string: stringordynamic): long as NameAndFirstArgument foldable"];

    public override string Doc => "How many characters (Unicode code points) a text has.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""strlen("hello")""", "5"),
        new("""strlen("⒦⒰⒮⒯⒪")""", "5"),
        new("""strlen("")""", "0"),
        new("""iff(strlen("a") > 1, strlen("a"), -1)""", "-1"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.CountedAs(Expr.Call("lengthUTF8", call[0].ToText()));
}
