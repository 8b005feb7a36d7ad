using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "regex_quote()".</summary>
internal sealed class RegexQuote : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["regex_quote(string: scalar): string foldable"];

    public override string Doc => "A text as a regular expression that matches exactly it.";

    public override IReadOnlyList<Example> Examples => [new("regex_quote('(so$me.Te^xt)')", @"\(so\$me\.Te\^xt\)")];

    public override SqlValue Lower(ScalarCall call) => call.Text(Expr.Call("regexpQuoteMeta", call[0].ToText()));
}
