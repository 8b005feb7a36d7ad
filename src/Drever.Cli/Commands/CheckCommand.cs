using System.CommandLine;
using System.Text.Json;
using Drever.Cli.Batch;
using Drever.Cli.Hosting;
using Drever.Cli.Output;
using Drever.Kql.Binding;
using Drever.Kql.Diagnostics;
using Drever.Kql.Symbols;

namespace Drever.Cli.Commands;

/// <summary><c>drever check</c>: parses and binds queries without touching any data.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var query = new Argument<string?>("query") { Description = "A query", Arity = ArgumentArity.ZeroOrOne, HelpName = "KQL" };
        var queries = new Option<string?>("--queries") { Description = "JSON lines {\"id\",\"query\"} to check", HelpName = "FILE.jsonl" };
        var results = new Option<string?>("--results") { Description = "Where the findings go, a line a query", HelpName = "OUT.jsonl" };
        var command = new Command("check", "Says what is wrong with a query, or what columns it has, without any data") { query, queries, results };
        command.SetAction((parse, cancel) => Task.FromResult((parse.GetValue(query), parse.GetValue(queries), parse.GetValue(results)) switch
        {
            ({ } kql, null, null) => CheckOne(terminal, kql, cancel),
            (null, { } from, { } to) => CheckAll(terminal, from, to, cancel),
            _ => throw new UserErrorException("check takes either a query, or --queries with --results.", ExitCode.Misuse),
        }));
        return command;
    }

    private static int CheckOne(Terminal terminal, string kql, CancellationToken cancel)
    {
        var bound = new QueryChecker().Check(kql, cancel);
        DiagnosticText.Write(terminal, kql, bound.Diagnostics);
        if (bound.HasErrors)
            return ExitCode.Failed;
        foreach (var column in bound.Columns)
            terminal.Line($"{column.Name}: {column.Type.Name()}");
        return ExitCode.Ok;
    }

    private static int CheckAll(Terminal terminal, string from, string to, CancellationToken cancel)
    {
        var checker = new QueryChecker();
        using var file = new ResultFile(to);
        var (all, good) = (0, 0);
        foreach (var line in QueryFile.Read(from))
        {
            cancel.ThrowIfCancellationRequested();
            var bound = checker.Check(line.Query, cancel);
            Write(file, line.Id, bound);
            all++;
            good += bound.HasErrors ? 0 : 1;
        }

        terminal.Note($"{good} of {all} queries are good.");
        return good == all ? ExitCode.Ok : ExitCode.Failed;
    }

    private static void Write(ResultFile file, JsonElement id, BoundQuery bound)
    {
        var json = file.Begin(id);
        json.WriteBoolean("ok", !bound.HasErrors);
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in bound.Diagnostics)
            Write(json, diagnostic);
        json.WriteEndArray();
        if (bound.HasErrors)
            json.WriteNull("columns");
        else
            ColumnsJson.Write(json, bound.Columns.Select(c => (c.Name, c.Type.Name())));
        file.End();
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("severity", diagnostic.Severity.ToString());
        json.WriteString("code", diagnostic.Code);
        json.WriteString("message", diagnostic.Message);
        json.WriteNumber("start", diagnostic.Span.Start);
        json.WriteNumber("length", diagnostic.Span.Length);
        json.WriteEndObject();
    }
}
