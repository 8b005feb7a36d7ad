using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Drever.Cli.Tests;

/// <summary>A handful of streaming records, as the export writes them.</summary>
internal static class SampleRecords
{
    public const int Count = 4;

    public static string Of(DateTime newest)
    {
        var text = new StringBuilder();
        Add(text, newest, "conhost.exe", @"conhost.exe 0x4", "PowerShell.exe");
        Add(text, newest.AddMinutes(-1), "whoami.exe", @"whoami /all > C:\Users\ada\AppData\w.txt", "powershell.exe");
        Add(text, newest.AddMinutes(-2), "ipconfig.exe", @"ipconfig /all", "powershell.exe");
        Add(text, newest.AddMinutes(-3), "notepad.exe", @"notepad ""it's\"".txt""", "explorer.exe");
        return text.ToString();
    }

    private static void Add(StringBuilder text, DateTime time, string file, string commandLine, string parent)
    {
        text.Append(JsonSerializer.Serialize(new
        {
            time = time.AddMinutes(3).ToString("O", CultureInfo.InvariantCulture),
            tenantId = "11111111-2222-3333-4444-555555555555",
            operationName = "Publish",
            category = "AdvancedHunting-DeviceProcessEvents",
            properties = new
            {
                DeviceId = "d-1",
                DeviceName = "ws1.example.com",
                ActionType = "ProcessCreated",
                FileName = file,
                ProcessCommandLine = commandLine,
                ProcessId = 4711,
                InitiatingProcessFileName = parent,
                IsProcessRemoteSession = false,
                AdditionalFields = """{"a":{"b":[1,true,null,"x"]}}""",
                ReportId = 7,
                Timestamp = time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
            },
        })).Append('\n');
    }
}
