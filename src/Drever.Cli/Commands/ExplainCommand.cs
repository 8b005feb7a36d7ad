using System.CommandLine;
using Drever.Cli.Output;
using Drever.Functions;
using Drever.Hunting;
using Drever.Kql.Syntax;
using Drever.Kql.Text;
using Drever.Schema;
using Drever.Translation;
using Drever.Translation.Plan;

namespace Drever.Cli.Commands;

/// <summary><c>drever explain</c>: the SQL of a query, with <c>--stages</c> also what each stage made of it.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var query = new Argument<string>("query") { Description = "A query", HelpName = "KQL" };
        var data = CommonOptions.Data();
        var tenant = CommonOptions.Tenant();
        var stages = new Option<bool>("--stages") { Description = "Show every stage: syntax, bound query, plan, rewritten plan, SQL" };
        var command = new Command("explain", "Shows the SQL that a query becomes, without running it") { query, data, tenant, stages };
        command.SetAction((parse, cancel) => Task.FromResult(
            Run(terminal, parse.GetValue(query)!, Database(parse.GetValue(data)!, parse.GetValue(tenant)!), parse.GetValue(stages), cancel)));
        return command;
    }

    /// <summary>Explaining needs no data: without a data directory the tenant's name stands for its database.</summary>
    private static string Database(string directory, string tenant) =>
        Directory.Exists(directory) ? TenantRegistry.Open(directory).Find(tenant)?.Database ?? tenant : tenant;

    private static int Run(Terminal terminal, string query, string database, bool stages, CancellationToken cancel)
    {
        var context = new CompileContext(HuntingSchema.Load(), FunctionLibrary.Load(), database, TimeProvider.System.GetUtcNow().UtcDateTime);
        var result = QueryCompiler.Compile(query, context, cancel);
        if (!result.Succeeded)
        {
            DiagnosticText.Write(terminal, query, result.Diagnostics);
            return ExitCode.Failed;
        }

        if (stages)
        {
            Section(terminal, "syntax", SyntaxPrinter.Print(KqlParser.Parse(new SourceText(query), ParseLimits.Default).Root));
            Section(terminal, "bound", PlanPrinter.Print(result.Query.Stages.Bound));
            Section(terminal, "plan", PlanPrinter.Print(result.Query.Stages.Planned));
            Section(terminal, "rewritten", PlanPrinter.Print(result.Query.Stages.Rewritten));
            Section(terminal, "sql", result.Query.Text);
        }
        else
        {
            terminal.Line(result.Query.Text);
        }

        return ExitCode.Ok;
    }

    private static void Section(Terminal terminal, string name, string text)
    {
        terminal.Line($"-- {name}");
        terminal.Line(text.TrimEnd());
        terminal.Line("");
    }
}
