using System.Globalization;
using Drever.Ingest;
using Spectre.Console;

namespace Drever.Cli.Output;

/// <summary>What an ingest run did: a line a table, then what was not understood.</summary>
internal static class IngestReport
{
    private const int NamesShown = 15;

    public static void Write(Terminal terminal, IngestSummary summary)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns("Table", "Read", "Stored", "Duplicates", "Without time");
        foreach (var row in summary.Tables)
            table.AddRow(new Text(row.Table), Number(row.Read), Number(row.Stored), Number(row.Duplicates), Number(row.WithoutTime));
        terminal.Tables.Write(table);
        terminal.Line(string.Create(CultureInfo.InvariantCulture,
            $"{summary.Read:N0} records of {summary.Files:N0} files read, {summary.Stored:N0} stored, {summary.Duplicates:N0} duplicates, {summary.Rejected:N0} rejected in {summary.Elapsed.TotalSeconds:N1} s ({summary.RowsPerSecond:N0} rows/s)"));

        foreach (var row in summary.Tables)
        {
            Counted(terminal, $"{row.Table}: properties that are no columns", row.UnknownProperties);
            Counted(terminal, $"{row.Table}: values that could not be converted", row.ConversionFailures);
        }

        foreach (var rejection in summary.Rejections)
            terminal.Note($"Rejected: {rejection.File}, line {rejection.Rejection.Line}: {rejection.Rejection.Reason}: {rejection.Rejection.Excerpt}");
        if (summary.Rejected > summary.Rejections.Count)
            terminal.Note($"... and {summary.Rejected - summary.Rejections.Count} more.");
        foreach (var problem in summary.Problems)
            terminal.Note($"Not read: {problem.File}: {problem.Message}");
    }

    private static Text Number(long value) => new(value.ToString("N0", CultureInfo.InvariantCulture));

    private static void Counted(Terminal terminal, string what, IReadOnlyDictionary<string, long> counts)
    {
        if (counts.Count == 0)
            return;
        var shown = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(NamesShown).Select(c => $"{c.Key} ({c.Value})");
        terminal.Line($"{what}: {string.Join(", ", shown)}" + (counts.Count > NamesShown ? $" and {counts.Count - NamesShown} more" : ""));
    }
}
