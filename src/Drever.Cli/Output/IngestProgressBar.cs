using System.Globalization;
using Drever.Ingest;
using Spectre.Console;

namespace Drever.Cli.Output;

/// <summary>A progress bar with records a second, on a terminal; silent where there is none.</summary>
internal static class IngestProgressBar
{
    public static async Task<IngestSummary> RunAsync(IAnsiConsole console, Func<IProgress<IngestProgress>?, Task<IngestSummary>> run)
    {
        if (!console.Profile.Capabilities.Interactive)
            return await run(null);
        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask("Reading");
                return run(new Reporter(task));
            });
    }

    private sealed class Reporter(ProgressTask task) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
            task.MaxValue = Math.Max(1, value.BytesTotal);
            task.Value = value.BytesRead;
            task.Description = string.Create(CultureInfo.InvariantCulture, $"{value.Records:N0} records, {value.RecordsPerSecond:N0} rows/s");
        }

    }
}
