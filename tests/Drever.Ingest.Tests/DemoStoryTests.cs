using System.Text.RegularExpressions;
using Drever.Engine;
using Drever.Functions;
using Drever.Ingest.Demo;
using Drever.Testing;
using Drever.Translation;

namespace Drever.Ingest.Tests;

/// <summary>The queries of docs/demo.md find what the text says.</summary>
[Collection(EngineCollection.Name)]
public partial class DemoStoryTests(EngineFixture engine)
{
    private static readonly DateTime Now = new(2026, 11, 22, 14, 30, 0, DateTimeKind.Utc);

    /// <summary>What each query's answer must have in it, in the order of the document.</summary>
    private static readonly string[] Findings =
    [
        "Overdue invoice 48213", "ClickBlocked", "Invoice_48213.docm", "DownloadString", "svcupd.exe", "203.0.113.23", "957ea5f9", "SyncUpdate", "nltest", "Domain Admins",
        "MiniDump", "svc-backup", "syncsvc.exe", "140", "storage.sync-assets.example", "wevtutil.exe", "New-InboxRule", "MailSync Helper", "Possible data exfiltration",
    ];

    [Fact]
    public async Task Each_query_of_the_story_finds_its_trace()
    {
        using var tenant = await Tenant.CreateAsync(engine);
        await using (var reader = new DemoReader(new DemoOptions(Now)))
            await new Ingestor(engine.Engine, Tenant.Schema, TimeProvider.System, IngestOptions.Default).IngestAsync(tenant.Database, reader, "demo", progress: null, CancellationToken.None);

        var context = new CompileContext(Tenant.Schema, FunctionLibrary.Load(), tenant.Database, Now);
        var queries = KqlBlocks().Matches(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "docs", "demo.md"))).Select(m => m.Groups["kql"].Value).ToList();
        Assert.Equal(Findings.Length, queries.Count);
        foreach (var (query, finding) in queries.Zip(Findings))
        {
            var compiled = QueryCompiler.Compile(query, context);
            Assert.True(compiled.Query is not null, $"{compiled.Diagnostics.FirstOrDefault()?.Message}\n{query}");
            var rows = await engine.RowsAsync(new EngineQuery(compiled.Query.Text, tenant.Database));
            var answer = string.Join('\n', rows.Select(r => string.Join('|', r)));
            Assert.True(answer.Contains(finding, StringComparison.Ordinal), $"'{finding}' is not in the answer:\n{answer}\nof\n{query}");
        }
    }

    [GeneratedRegex("```kql\n(?<kql>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KqlBlocks();
}
