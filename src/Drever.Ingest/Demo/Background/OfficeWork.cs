using Drever.Ingest.Demo.World;

namespace Drever.Ingest.Demo.Background;

/// <summary>A working day of the person who owns a workstation.</summary>
internal sealed class OfficeWork(DeviceActivity activity, DemoRandom random, Employee person, RunningProcess svchost)
{
    private static readonly string[] Subjects = ["Budget", "Offert", "Protokoll", "Ritning", "Leveransplan", "Reserapport", "Mätdata", "Avtal", "Inventering", "Prislista"];

    private string Profile => $@"C:\Users\{person.Name}";

    public void Emit(DateTime date)
    {
        var begin = date.AddHours(6.5) + random.Within(TimeSpan.FromHours(1.5));
        activity.Logon(begin, person, "Interactive");
        var session = new RunningProcess(Programs.Winlogon, 1032, "winlogon.exe", begin, Account.System, null) { LogonId = begin.Ticks / 10_000_000 % 10_000_000 };
        var shell = activity.Run(activity.Run(session, Programs.Userinit, @"C:\Windows\system32\userinit.exe", begin.AddSeconds(2), person), Programs.Explorer, @"C:\Windows\Explorer.EXE", begin.AddSeconds(3));
        if (activity.Device.Role == DeviceRole.Mac)
        {
            Browse(shell, begin, 12);
            return;
        }

        var outlook = activity.Run(shell, Programs.Outlook, $"\"{Programs.Outlook.Path}\" ", begin.AddMinutes(1));
        var teams = activity.Run(shell, Programs.Teams, $"\"{Programs.Teams.Path}\" msteams:system-initiated", begin.AddMinutes(2));
        Run(Programs.Libraries.Length / 2, begin, (time, _) => activity.Load(random.Chance(0.5) ? outlook : teams, time, random.Of(Programs.Libraries)));
        Run(9, begin, (time, _) => activity.Connect(outlook, time, Site.Mail));
        Run(6, begin, (time, _) => activity.Connect(teams, time, random.Chance(0.7) ? Site.Teams : Site.Files));
        Run(4, begin, (time, _) => WriteDocument(outlook, shell, time));
        Browse(shell, begin, 14);
        Run(6, begin, (time, _) => Shell(shell, time));
        Run(2, begin, (time, _) => activity.Logon(time, person, random.Chance(0.7) ? "Unlock" : "CachedInteractive", succeeded: random.Chance(0.95), failure: "InvalidUserNameOrPassword"));
        if (person.Department is "Finance" or "Operations")
            Run(3, begin, (time, _) => activity.Connect(activity.Run(shell, Programs.Erp, $"\"{Programs.Erp.Path}\" /company TALLBACKA", time), time.AddSeconds(2), Site.Erp));
        if (person.IsAdmin)
            Run(4, begin, (time, _) => Administer(shell, time));
        if (random.Chance(0.05))
            Stick(shell, begin.AddHours(3));
    }

    private void Run(int about, DateTime begin, Action<DateTime, int> act)
    {
        var count = Math.Max(1, about + random.Between(-about / 3, about / 3));
        for (var i = 0; i < count; i++)
            act(begin.AddMinutes(3) + random.Within(TimeSpan.FromHours(8.3)), i);
    }

    private void WriteDocument(RunningProcess outlook, RunningProcess shell, DateTime time)
    {
        var (program, extension) = random.Below(4) switch { 0 => (Programs.Word, "docx"), 1 => (Programs.Excel, "xlsx"), 2 => (Programs.PowerPoint, "pptx"), _ => (Programs.Reader, "pdf") };
        var name = FormattableString.Invariant($"{random.Of(Subjects)} {time:yyyy-MM} v{random.Between(1, 9)}.{extension}");
        var isAttachment = random.Chance(0.35);
        var folder = isAttachment ? $@"{Profile}\AppData\Local\Microsoft\Windows\INetCache\Content.Outlook\{random.Hex(8).ToUpperInvariant()}" : $@"{Profile}\OneDrive - Tallbacka\Dokument";
        if (isAttachment)
            activity.File(outlook, time.AddSeconds(-2), "FileCreated", folder, name, random.Hex(64));
        var editor = activity.Run(isAttachment ? outlook : shell, program, $"\"{program.Path}\" \"{folder}\\{name}\"", time);
        activity.Load(editor, time.AddMilliseconds(300), random.Of(Programs.Libraries));
        activity.File(editor, time.AddMinutes(2), "FileCreated", folder, $"~${name}");
        activity.File(editor, time.AddMinutes(11), isAttachment ? "FileModified" : "FileRenamed", folder, name, random.Hex(64), previousName: isAttachment ? null : $"{random.Hex(8).ToUpperInvariant()}.tmp");
        activity.Registry(editor, time.AddMinutes(11), $@"HKEY_CURRENT_USER\{person.Sid}\SOFTWARE\Microsoft\Office\16.0\{program.Description.Split(' ')[^1]}\File MRU", "Item 1", $@"[F00000000][T01DB{random.Hex(12).ToUpperInvariant()}]*{folder}\{name}");
    }

    private void Browse(RunningProcess shell, DateTime begin, int pages)
    {
        var edge = activity.Run(shell, Programs.Edge, $"\"{Programs.Edge.Path}\" --no-startup-window", begin.AddMinutes(4));
        var renderer = activity.Run(edge, Programs.Edge, $"\"{Programs.Edge.Path}\" --type=renderer --lang=sv --renderer-client-id={random.Between(3, 60)}", begin.AddMinutes(5));
        activity.Load(renderer, begin.AddMinutes(5), random.Of(Programs.Libraries));
        Run(pages, begin, (time, _) =>
        {
            var site = random.Skewed(Site.Web);
            activity.Connect(edge, time, site);
            if (random.Chance(0.15))
                activity.Event(edge, time, "DnsQueryResponse", $$"""{"DnsQueryString":"{{site.Host}}","DnsQueryResult":[{"Result":"{{site.Ip}}","DnsQueryType":"A"}]}""");
            if (random.Chance(0.08))
                activity.File(edge, time.AddSeconds(20), "FileCreated", $@"{Profile}\Downloads", $"{random.Of(Subjects).ToLowerInvariant()}-{random.Hex(4)}.pdf", random.Hex(64), $"https://{site.Host}/files/{random.Hex(6)}", site.Ip);
        });
    }

    private void Shell(RunningProcess shell, DateTime time)
    {
        switch (random.Below(5))
        {
            case 0: activity.Run(svchost, Programs.RuntimeBroker, @"C:\Windows\System32\RuntimeBroker.exe -Embedding", time, person); break;
            case 1: activity.Run(svchost, Programs.SearchProtocolHost, "\"C:\\Windows\\system32\\SearchProtocolHost.exe\" Global\\UsGthrFltPipeMssGthrPipe_S-1-5-21", time); break;
            case 2:
                var sync = activity.Run(shell, Programs.OneDrive, $"\"{Programs.OneDrive.Path}\" /background", time);
                activity.Connect(sync, time.AddSeconds(1), Site.Files);
                activity.File(sync, time.AddSeconds(4), "FileModified", $@"{Profile}\OneDrive - Tallbacka\Dokument", $"{random.Of(Subjects)}.xlsx", random.Hex(64));
                break;
            case 3:
                activity.Registry(shell, time, $@"HKEY_CURRENT_USER\{person.Sid}\SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\RecentDocs", "MRUListEx", random.Hex(24), type: "Binary");
                activity.Event(shell, time, "ShellLinkCreateFileEvent").Set("FileName", $"{random.Of(Subjects)}.lnk").Set("FolderPath", $@"{Profile}\AppData\Roaming\Microsoft\Windows\Recent");
                break;
            default:
                activity.Event(shell, time, "NamedPipeEvent", $$$"""{"PipeName":"\\Device\\NamedPipe\\LOCAL\\mojo.{{{random.Between(1000, 9000)}}}","FileOperation":"File opened","NamedPipeEnd":"Client"}""");
                break;
        }
    }

    private void Administer(RunningProcess shell, DateTime time)
    {
        var script = activity.Run(shell, Programs.PowerShell, random.Of(
        [
            "powershell.exe -NoProfile -File C:\\Admin\\Scripts\\Get-DiskReport.ps1", "powershell.exe -Command \"Get-ADUser -Filter * -Properties LastLogonDate | Export-Csv C:\\Admin\\users.csv\"",
            "powershell.exe -Command \"Enter-PSSession tb-file-01\"", "powershell.exe -NoProfile -ExecutionPolicy Bypass -File C:\\Admin\\Scripts\\Deploy-Printer.ps1",
        ]), time, isElevated: true);
        activity.Load(script, time.AddMilliseconds(250), Programs.Library("clr.dll"));
        activity.Event(script, time.AddSeconds(1), "PowerShellCommand", """{"Command":"Get-ADUser"}""");
        activity.Connect(script, time.AddSeconds(2), $"tb-file-01.{Company.Domain}", "10.20.0.20", 5985, type: "Private");
    }

    private void Stick(RunningProcess shell, DateTime time)
    {
        activity.Event(null, time, "PnpDeviceConnected", $$"""{"ClassName":"DiskDrive","DeviceDescription":"Disk drive","DeviceId":"USBSTOR\\Disk&Ven_Granit&Prod_Stick&Rev_1.00\\{{random.Hex(12).ToUpperInvariant()}}","VendorIds":["USBSTOR\\DiskGranit_Stick"]}""");
        activity.Event(null, time.AddSeconds(3), "UsbDriveMounted", """{"DriveLetter":"E:","BusType":"7","Manufacturer":"Granit","ProductName":"Stick"}""");
        activity.File(shell, time.AddMinutes(1), "FileCreated", "E:", $"{random.Of(Subjects)}.pptx", random.Hex(64));
    }
}
