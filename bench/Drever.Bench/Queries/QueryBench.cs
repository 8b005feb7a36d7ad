using System.Diagnostics;
using System.Globalization;
using Drever.Bench.Data;
using Drever.Engine;
using Drever.Engine.Embedded;
using Drever.Functions;
using Drever.Schema;
using Drever.Translation;
using Spectre.Console;

namespace Drever.Bench.Queries;

/// <summary>
/// Runs each question in KQL and in SQL in turn, on one engine and the same data, and prints how much longer KQL took. Every round
/// compiles the KQL anew; the figure of a question is the median over the rounds of the ratio within a round.
/// </summary>
internal sealed class QueryBench(string dataDirectory, long rows, int rounds)
{
    private const string Database = "bench";

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var engine = await EmbeddedEngine.OpenAsync(dataDirectory, new EmbeddedEngineOptions(), TimeProvider.System, cancel);
        await PrepareAsync(engine, cancel);
        var context = new CompileContext(HuntingSchema.Load(), FunctionLibrary.Load(), Database, BenchData.End);

        var table = new Table { Border = TableBorder.Ascii2 };
        table.AddColumns("question", "rows out", "KQL ms", "SQL ms", "KQL/SQL", "lowest", "highest", "rows read", "peak MB");
        var same = true;
        foreach (var question in Questions.All)
            same &= await MeasureAsync(engine, context, question, table, cancel);
        // a file or a pipe has no width to wrap at
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 400;
        AnsiConsole.Write(table);
        return same ? 0 : 1;
    }

    private async Task PrepareAsync(EmbeddedEngine engine, CancellationToken cancel)
    {
        var marker = Path.Combine(dataDirectory, $"bench-{rows.ToString(CultureInfo.InvariantCulture)}.done");
        if (File.Exists(marker))
            return;
        await engine.ExecuteAsync($"DROP DATABASE IF EXISTS `{Database}`", cancel);
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"making {rows:N0} process events and {rows / 2:N0} network events ..."));
        await new BenchData(engine, Database).FillAsync(rows, cancel);
        foreach (var other in Directory.GetFiles(dataDirectory, "bench-*.done"))
            File.Delete(other);
        await File.WriteAllTextAsync(marker, "", cancel);
    }

    /// <summary>False when the two forms give a different number of rows: then the comparison is worth nothing.</summary>
    private async Task<bool> MeasureAsync(EmbeddedEngine engine, CompileContext context, Question question, Table table, CancellationToken cancel)
    {
        var compiled = QueryCompiler.Compile(question.Kql, context, cancel);
        if (!compiled.Succeeded)
        {
            table.AddRow(Markup.Escape(question.Name), "does not compile: " + Markup.Escape(compiled.Diagnostics[0].Message));
            return false;
        }

        var kql = await RunKqlAsync(engine, context, question, cancel);
        var sql = await RunSqlAsync(engine, question.Sql, cancel);
        var (kqlTimes, sqlTimes, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            kql = await RunKqlAsync(engine, context, question, cancel);
            sql = await RunSqlAsync(engine, question.Sql, cancel);
            kqlTimes.Add(kql.Milliseconds);
            sqlTimes.Add(sql.Milliseconds);
            ratios.Add(kql.Milliseconds / sql.Milliseconds);
        }

        table.AddRow(
            Markup.Escape(question.Name), kql.Rows == sql.Rows ? $"{kql.Rows}" : $"{kql.Rows} against {sql.Rows}",
            Number(Median(kqlTimes)), Number(Median(sqlTimes)), Ratio(Median(ratios)), Ratio(ratios.Min()), Ratio(ratios.Max()),
            kql.RowsRead.ToString("N0", CultureInfo.InvariantCulture), Number(kql.PeakBytes / 1048576.0));
        return kql.Rows == sql.Rows;
    }

    private static async Task<Run> RunKqlAsync(EmbeddedEngine engine, CompileContext context, Question question, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        var compiled = QueryCompiler.Compile(question.Kql, context, cancel);
        return await DrainAsync(engine, compiled.Query!.Text, start, cancel);
    }

    private static Task<Run> RunSqlAsync(EmbeddedEngine engine, string sql, CancellationToken cancel) =>
        DrainAsync(engine, sql, Stopwatch.GetTimestamp(), cancel);

    private static async Task<Run> DrainAsync(EmbeddedEngine engine, string sql, long start, CancellationToken cancel)
    {
        await using var result = await engine.QueryAsync(new EngineQuery(sql, Database), cancel);
        var rows = 0L;
        while (await result.ReadAsync(cancel))
            rows++;
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return new Run(elapsed, rows, result.Usage.RowsRead, result.Usage.PeakMemoryBytes);
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Number(double value) => value.ToString("N1", CultureInfo.InvariantCulture);

    private static string Ratio(double value) => value.ToString("N2", CultureInfo.InvariantCulture);

    private readonly record struct Run(double Milliseconds, long Rows, long RowsRead, long PeakBytes);
}
