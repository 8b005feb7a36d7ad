using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "strcat_delim()".</summary>
internal sealed class StrCatDelim : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["strcat_delim(delimiter: scalar, arg: scalar{2,64}): string foldable"];

    public override string Doc => "The texts of the arguments with a delimiter between them.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("strcat_delim('-', 1, '2', 'A', 1s)", "1-2-A-00:00:01"),
        new("""strcat_delim(", ", "a", "", "b")""", "a, , b"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var delimiter = call[0].ToText();
        var parts = call.Arguments.Skip(1).Select(a => a.ToText()).ToList();
        if (Constants.Text(call.Bound[0]) is not null)
            return call.Text(Expr.Call("concatWithSeparator", [delimiter, .. parts]));

        // the engine's separator has to be a constant
        return call.Text(Expr.Call("concat", [parts[0], .. parts.Skip(1).SelectMany(p => new[] { delimiter, p })]));
    }
}
