using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "string_size()".</summary>
internal sealed class StringSize : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["string_size(string: stringordynamic): long as NameAndFirstArgument foldable"];

    public override string Doc => "How many bytes a text has in UTF-8.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""string_size("hello")""", "5"),
        new("""string_size("⒦⒰⒮⒯⒪")""", "15"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.CountedAs(Expr.Call("length", call[0].ToText()));
}
