using System.CommandLine;
using Drever.Cli.Batch;
using Drever.Cli.Hosting;
using Drever.Cli.Output;

namespace Drever.Cli.Commands;

/// <summary><c>drever query</c>: on a data directory of one's own, or through the API of a server.</summary>
internal static class QueryCommand
{
    private const int RowsOfTable = 1000;

    public static Command Create(Terminal terminal)
    {
        var query = new Argument<string?>("query") { Description = "A query", Arity = ArgumentArity.ZeroOrOne, HelpName = "KQL" };
        var data = CommonOptions.Data();
        var tenant = CommonOptions.Tenant();
        var url = new Option<string?>("--url") { Description = "Ask the server at this address instead of a data directory", HelpName = "URL" };
        var api = CommonOptions.Api("With --url: which API to call (default m365d)");
        var timespan = new Option<string?>("--timespan") { Description = "Rows of this ISO 8601 window only, such as P7D; all rows without it", HelpName = "ISO8601" };
        var format = new Option<string>("--format") { Description = "How rows are written", HelpName = "table|json|csv|ndjson", DefaultValueFactory = _ => "table" }
            .AcceptOnlyFromAmong("table", "json", "csv", "ndjson");
        var queries = new Option<string?>("--queries") { Description = "JSON lines {\"id\",\"query\",\"timespan\"?} to run", HelpName = "FILE.jsonl" };
        var results = new Option<string?>("--results") { Description = "Where the results go, a line a query", HelpName = "OUT.jsonl" };
        var command = new Command("query", "Runs a query, or a file of them") { query, data, tenant, url, api, timespan, format, queries, results };
        command.SetAction(async (parse, cancel) =>
        {
            var kql = parse.GetValue(query);
            if (parse.GetValue(url) is { } address)
            {
                if (kql is null)
                    throw new UserErrorException("With --url there must be a query.", ExitCode.Misuse);
                return await new RemoteQuery(terminal, address, parse.GetValue(api) ?? "m365d", parse.GetValue(data)!, parse.GetValue(tenant)!)
                    .RunAsync(kql, parse.GetValue(timespan), parse.GetValue(format)!, cancel);
            }

            var batch = (kql, parse.GetValue(queries), parse.GetValue(results)) switch
            {
                ({ }, null, null) => false,
                (null, { }, { }) => true,
                _ => throw new UserErrorException("query takes either a query, or --queries with --results.", ExitCode.Misuse),
            };
            await using var installation = await Installation.OpenAsync(parse.GetValue(data)!, cancel);
            var runner = new LocalQueries(installation, installation.Tenant(parse.GetValue(tenant)!));
            return batch
                ? await RunAllAsync(terminal, runner, parse.GetValue(queries)!, parse.GetValue(results)!, cancel)
                : await RunOneAsync(terminal, runner, kql!, parse.GetValue(timespan), parse.GetValue(format)!, cancel);
        });
        return command;
    }

    private static async Task<int> RunOneAsync(Terminal terminal, LocalQueries runner, string kql, string? timespan, string format, CancellationToken cancel)
    {
        var outcome = await runner.RunAsync(kql, timespan, cancel);
        if (outcome.Answer is not { } answer)
        {
            new QueryFailure(terminal).Write(kql, outcome.Error!, cancel);
            return ExitCode.Failed;
        }

        await using (answer)
        {
            await using var output = Console.OpenStandardOutput();
            await AnswerOutput.WriteAsync(answer, Writer(terminal, format, output), cancel);
            if (answer.Error is not { } error)
                return ExitCode.Ok;
            terminal.Error(error.Message);
            return ExitCode.Failed;
        }
    }

    private static IAnswerWriter Writer(Terminal terminal, string format, Stream output) => format switch
    {
        "json" => new JsonAnswerWriter(output, lines: false),
        "ndjson" => new JsonAnswerWriter(output, lines: true),
        "csv" => new CsvAnswerWriter(terminal.Output),
        _ => new TableAnswerWriter(terminal.Tables, RowsOfTable),
    };

    private static async Task<int> RunAllAsync(Terminal terminal, LocalQueries runner, string from, string to, CancellationToken cancel)
    {
        using var file = new ResultFile(to);
        var (all, failed) = (0, 0);
        foreach (var line in QueryFile.Read(from))
        {
            all++;
            failed += await BatchLine.WriteAsync(file, runner, line, cancel) ? 0 : 1;
        }

        terminal.Note($"{all - failed} of {all} queries ran.");
        return failed == 0 ? ExitCode.Ok : ExitCode.Failed;
    }
}
