using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Drever.Engine;
using Drever.Functions;
using Drever.Schema;
using Drever.Translation.Discovery;

namespace Drever.Translation.Tests.Support;

/// <summary>What a query gave: columns and rows, or why it has none.</summary>
internal sealed record QueryAnswer(IReadOnlyList<ResultColumn> Columns, IReadOnlyList<JsonArray> Rows, string? Error, string? Sql);

/// <summary>Compiles KQL and runs it on an engine.</summary>
internal sealed class QueryRunner(IHuntingEngine engine, string database) : IColumnDiscovery
{
    public static readonly DateTime Now = new(2026, 3, 14, 15, 9, 26, DateTimeKind.Utc);

    public static HuntingSchema Schema { get; } = HuntingSchema.Load();

    public static FunctionLibrary Functions { get; } = FunctionLibrary.Load();

    public CompileContext Context { get; init; } = new(Schema, Functions, database, Now);

    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(30);

    public async Task<QueryAnswer> RunAsync(string kql)
    {
        CompileResult compiled;
        try
        {
            compiled = await QueryCompiler.CompileAsync(kql, Context, this, CancellationToken.None);
        }
        catch (EngineException e)
        {
            return new([], [], $"engine {e.Error.Code} {e.Error.Message}", null);
        }

        if (!compiled.Succeeded)
            return new([], [], string.Join("; ", compiled.Diagnostics.Select(d => $"{d.Code} {d.Message}")), null);
        return await RunAsync(compiled.Query);
    }

    async Task<ImmutableArray<DiscoveryRow>> IColumnDiscovery.RunAsync(CompiledQuery query, CancellationToken cancellationToken)
    {
        await using var result = await engine.QueryAsync(new EngineQuery(query.Text, database) { MeasureUsage = false }, cancellationToken);
        var rows = ImmutableArray.CreateBuilder<DiscoveryRow>();
        while (await result.ReadAsync(cancellationToken))
            rows.Add(new(result.GetText(0) ?? "", result.GetText(1) ?? ""));
        return rows.ToImmutable();
    }

    public async Task<QueryAnswer> RunAsync(CompiledQuery query)
    {
        try
        {
            var limits = EngineLimits.Default with { MaxTime = MaxTime };
            await using var result = await engine.QueryAsync(new EngineQuery(query.Text, database) { Limits = limits, MeasureUsage = false }, CancellationToken.None);
            var rows = new List<JsonArray>();
            while (await result.ReadAsync(CancellationToken.None))
            {
                var row = new JsonArray();
                for (var i = 0; i < query.Columns.Length; i++)
                    row.Add(CellJson.Of(result, i, query.Columns[i].Type));
                rows.Add(row);
            }

            return new(query.Columns, rows, null, query.Text);
        }
        catch (EngineException e)
        {
            return new(query.Columns, [], $"engine {e.Error.Code} {e.Error.Message}", query.Text);
        }
        catch (InvalidCastException e)
        {
            return new(query.Columns, [], $"cast {e.Message}", query.Text);
        }
    }
}
