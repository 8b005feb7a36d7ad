using System.Text;
using Drever.Functions;
using Drever.Kql.Symbols;
using Drever.Schema;
using Drever.Translation;

namespace Drever.Cli.Tests;

/// <summary>
/// <c>docs/kql.md</c> is made from the code: functions from the library, operators by compiling a query with each. With
/// <c>UPDATE_BASELINES=1</c> the page is written anew, otherwise this fails when it is not what the code says.
/// </summary>
public class KqlPageTests
{
    [Fact]
    public void The_page_is_what_the_code_can_do()
    {
        var path = Path.Combine(Repository.Root, "docs", "kql.md");
        var page = Page(FunctionLibrary.Load());
        if (Environment.GetEnvironmentVariable("UPDATE_BASELINES") == "1")
            File.WriteAllText(path, page);
        Assert.Equal(page, File.Exists(path) ? File.ReadAllText(path) : "");
    }

    private static string Page(FunctionLibrary library)
    {
        var text = new StringBuilder();
        text.Append("""
            # KQL in Drever

            This page is made from the code (`UPDATE_BASELINES=1 dotnet test tests/Drever.Cli.Tests`). Drever parses and binds the whole language:
            `drever check` gives the result columns and the mistakes of any query. What is listed under "not yet" is understood, but a query with it is
            refused with a message that names it.


            """);
        Operators(text, library);
        Kind(text, library, "Scalar functions", FunctionKind.Scalar, FunctionKind.Window);
        Kind(text, library, "Aggregates", FunctionKind.Aggregate);
        Kind(text, library, "Operators in expressions", FunctionKind.Operator);
        Kind(text, library, "Plugins", FunctionKind.Plugin);
        return text.ToString();
    }

    private static void Operators(StringBuilder text, FunctionLibrary library)
    {
        var context = new CompileContext(HuntingSchema.Load(), library, "page", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var results = OperatorSamples.All.Select(s => (s.Name, Result: QueryCompiler.Compile(s.Query, context))).ToList();
        foreach (var (name, result) in results)
            Assert.True(result.Succeeded || result.Diagnostics.All(d => d.Code.StartsWith("DR", StringComparison.Ordinal)), $"the sample of {name} is wrong: {result.Diagnostics.FirstOrDefault()}");

        text.Append("## Query operators\n\n");
        text.Append(Names(results.Where(r => r.Result.Succeeded).Select(r => r.Name))).Append("\n\n");
        text.Append("Not yet: ").Append(Names(results.Where(r => !r.Result.Succeeded).Select(r => r.Name))).Append("\n\n");
    }

    private static void Kind(StringBuilder text, FunctionLibrary library, string title, params FunctionKind[] kinds)
    {
        var all = library.All.Where(f => kinds.Contains(f.Kind) && !f.IsHidden && !f.Name.StartsWith("__", StringComparison.Ordinal)).OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        var runnable = all.Where(f => !f.IsPending).ToList();
        text.Append("## ").Append(title).Append("\n\n").Append(runnable.Count).Append(" of ").Append(all.Count).Append(" run.\n\n");
        if (runnable.Count > 0)
        {
            text.Append("| name | what it gives |\n|---|---|\n");
            foreach (var function in runnable)
                text.Append("| `").Append(Cell(function.Name)).Append("` | ").Append(Cell(library.Implementation(function)!.Doc)).Append(" |\n");
            text.Append('\n');
        }

        if (all.Any(f => f.IsPending))
            text.Append("Not yet: ").Append(Names(all.Where(f => f.IsPending).Select(f => f.Name))).Append("\n\n");
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"`{n}`")) is { Length: > 0 } list ? list + "." : "none.";
}
