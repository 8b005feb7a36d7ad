namespace Drever.Functions.Scalar.Time;

/// <summary>When the row was received. Source: Kusto reference, "ingestion_time()".</summary>
internal sealed class IngestionTime : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["ingestion_time(): datetime as PrefixOnly($IngestionTime)"];

    public override string Doc => "When the row was received; null for rows that were not read from a table.";

    public override IReadOnlyList<Example> Examples => [new("isnull(ingestion_time())", "true") { Over = "print x = 1" }];

    public override SqlValue Lower(ScalarCall call) => call.Context.IngestionTime;
}
