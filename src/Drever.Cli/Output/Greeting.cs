using Drever.Cli.Hosting;

namespace Drever.Cli.Output;

/// <summary>What <c>drever demo</c> prints when it serves: one curl command for each API, ready to paste.</summary>
internal static class Greeting
{
    private static readonly (string Api, string Path, string Query)[] Samples =
    [
        ("m365d", "/api/advancedhunting/run",
            """DeviceProcessEvents | where InitiatingProcessFileName =~ \"winword.exe\" | project Timestamp, DeviceName, AccountName, FileName, ProcessCommandLine | order by Timestamp desc | limit 2"""),
        ("mde", "/api/advancedqueries/run",
            """ProcessCreationEvents | where InitiatingProcessFileName =~ \"powershell.exe\" | project EventTime, ComputerName, FileName, InitiatingProcessFileName | limit 2"""),
        ("graph", "/v1.0/security/runHuntingQuery",
            """EmailEvents | where DeliveryAction == \"Delivered\" | summarize Mails = count() by SenderFromDomain | top 5 by Mails desc"""),
    ];

    public static void Write(Terminal terminal, string url, string dataDirectory)
    {
        terminal.Line($"Drever answers at {url}. Stop it with Ctrl+C. Paste one of these into another terminal (the tokens are good for an hour):");
        foreach (var (api, path, query) in Samples)
        {
            terminal.Line("");
            terminal.Line($"curl -s {url}{path} \\");
            terminal.Line($"  -H 'Authorization: Bearer {Tokens.Issue(dataDirectory, api, "default")}' \\");
            terminal.Line("  -H 'Content-Type: application/json' \\");
            terminal.Line($"  -d '{{\"Query\":\"{query}\"}}'");
        }

        terminal.Line("");
        terminal.Line("What to hunt for: docs/demo.md");
    }
}
