namespace Drever.Bench.Queries;

/// <summary>A hunting question in KQL and as a ClickHouse expert would ask it of the same tables.</summary>
internal sealed record Question(string Name, string Kql, string Sql);
