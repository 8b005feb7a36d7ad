using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>Source: Kusto reference, "new_guid()": another one for each row.</summary>
internal sealed class NewGuid : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["new_guid(): guid"];

    public override string Doc => "A random guid.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("strlen(tostring(new_guid()))", "36"),
        new("isnull(new_guid())", "false"),
    ];

    // an argument keeps equal calls apart
    public override SqlValue Lower(ScalarCall call) => call.ReturnsNotNull(Expr.Call("generateUUIDv4", RandomTag.New(call)));
}
