using Drever.Cli.Hosting;
using Drever.Cli.Output;
using Drever.Kql.Symbols;

namespace Drever.Cli.Batch;

/// <summary>Runs one line of <c>--queries</c> and writes its line of <c>--results</c>: columns and rows, or the error.</summary>
internal static class BatchLine
{
    public static async Task<bool> WriteAsync(ResultFile file, LocalQueries runner, QueryLine line, CancellationToken cancel)
    {
        var outcome = await runner.RunAsync(line.Query, line.Timespan, cancel);
        if (outcome.Answer is not { } answer)
            return Failed(file, line, outcome.Error!.Message);

        await using (answer)
        {
            var json = file.Begin(line.Id);
            ColumnsJson.Write(json, answer.Columns.Select(c => (c.Name, c.Type.Name())));
            json.WriteStartArray("rows");
            while (await answer.ReadAsync(cancel))
            {
                json.WriteStartArray();
                for (var i = 0; i < answer.Columns.Length; i++)
                    CellJson.Write(json, answer, i);
                json.WriteEndArray();
            }

            if (answer.Error is { } error)
                return Failed(file, line, error.Message);
            json.WriteEndArray();
            json.WriteNull("error");
            file.End();
            return true;
        }
    }

    private static bool Failed(ResultFile file, QueryLine line, string message)
    {
        var json = file.Begin(line.Id);
        json.WriteStartArray("columns");
        json.WriteEndArray();
        json.WriteStartArray("rows");
        json.WriteEndArray();
        json.WriteString("error", message);
        file.End();
        return false;
    }
}
