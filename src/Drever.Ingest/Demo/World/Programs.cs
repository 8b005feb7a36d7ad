namespace Drever.Ingest.Demo.World;

/// <summary>The software of the company's machines.</summary>
internal static class Programs
{
    private const string System32 = @"C:\Windows\System32";
    private const string Office = @"C:\Program Files\Microsoft Office\root\Office16";
    private const string Microsoft = "Microsoft Corporation";
    private const string Windows = "Microsoft® Windows® Operating System";
    private const string WindowsVersion = "10.0.22631.3447";

    public static DemoProgram Services { get; } = Os("services.exe", "Services and Controller app");
    public static DemoProgram Svchost { get; } = Os("svchost.exe", "Host Process for Windows Services");
    public static DemoProgram Lsass { get; } = Os("lsass.exe", "Local Security Authority Process");
    public static DemoProgram Winlogon { get; } = Os("winlogon.exe", "Windows Logon Application");
    public static DemoProgram Userinit { get; } = Os("userinit.exe", "Userinit Logon Application");
    public static DemoProgram Explorer { get; } = Os("explorer.exe", "Windows Explorer") with { Folder = @"C:\Windows" };
    public static DemoProgram Cmd { get; } = Os("cmd.exe", "Windows Command Processor");
    public static DemoProgram Conhost { get; } = Os("conhost.exe", "Console Window Host");
    public static DemoProgram PowerShell { get; } = Os("powershell.exe", "Windows PowerShell") with { Folder = System32 + @"\WindowsPowerShell\v1.0" };
    public static DemoProgram Rundll32 { get; } = Os("rundll32.exe", "Windows host process (Rundll32)");
    public static DemoProgram Reg { get; } = Os("reg.exe", "Registry Console Tool");
    public static DemoProgram Schtasks { get; } = Os("schtasks.exe", "Task Scheduler Configuration Tool");
    public static DemoProgram Whoami { get; } = Os("whoami.exe", "whoami - displays logged on user information");
    public static DemoProgram Net { get; } = Os("net.exe", "Net Command");
    public static DemoProgram Nltest { get; } = Os("nltest.exe", "Microsoft® Logon Server Test Utility");
    public static DemoProgram Ipconfig { get; } = Os("ipconfig.exe", "IP Configuration Utility");
    public static DemoProgram Systeminfo { get; } = Os("systeminfo.exe", "Displays system information");
    public static DemoProgram Wmic { get; } = Os("WMIC.exe", "WMI Commandline Utility") with { Folder = System32 + @"\wbem" };
    public static DemoProgram WmiPrvSE { get; } = Os("WmiPrvSE.exe", "WMI Provider Host") with { Folder = System32 + @"\wbem" };
    public static DemoProgram Taskhostw { get; } = Os("taskhostw.exe", "Host Process for Windows Tasks");
    public static DemoProgram RuntimeBroker { get; } = Os("RuntimeBroker.exe", "Runtime Broker");
    public static DemoProgram BackgroundTaskHost { get; } = Os("backgroundTaskHost.exe", "Background Task Host");
    public static DemoProgram SearchProtocolHost { get; } = Os("SearchProtocolHost.exe", "Microsoft Windows Search Protocol Host");
    public static DemoProgram Wevtutil { get; } = Os("wevtutil.exe", "Eventing Command Line Utility");

    public static DemoProgram Defender { get; } = new("MsMpEng.exe", @"C:\ProgramData\Microsoft\Windows Defender\Platform\4.18.24090.11-0", Microsoft, Windows, "4.18.24090.11", "Antimalware Service Executable");
    public static DemoProgram Sensor { get; } = new("MsSense.exe", @"C:\Program Files\Windows Defender Advanced Threat Protection", Microsoft, Windows, "10.8750.22631.1000", "Windows Defender Advanced Threat Protection Service Executable");
    public static DemoProgram Outlook { get; } = OfficeApp("OUTLOOK.EXE", "Microsoft Outlook");
    public static DemoProgram Word { get; } = OfficeApp("WINWORD.EXE", "Microsoft Word");
    public static DemoProgram Excel { get; } = OfficeApp("EXCEL.EXE", "Microsoft Excel");
    public static DemoProgram PowerPoint { get; } = OfficeApp("POWERPNT.EXE", "Microsoft PowerPoint");
    public static DemoProgram Edge { get; } = new("msedge.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application", Microsoft, "Microsoft Edge", "141.0.3537.57", "Microsoft Edge");
    public static DemoProgram Teams { get; } = new("ms-teams.exe", @"C:\Program Files\WindowsApps\MSTeams_25290.205.4069.4894_x64__8wekyb3d8bbwe", Microsoft, "Microsoft Teams", "25290.205.4069.4894", "Microsoft Teams");
    public static DemoProgram OneDrive { get; } = new("OneDrive.exe", @"C:\Program Files\Microsoft OneDrive", Microsoft, "Microsoft OneDrive", "25.189.0928.0002", "Microsoft OneDrive");
    public static DemoProgram EdgeUpdate { get; } = new("MicrosoftEdgeUpdate.exe", @"C:\Program Files (x86)\Microsoft\EdgeUpdate", Microsoft, "Microsoft Edge Update", "1.3.195.35", "Microsoft Edge Update");
    public static DemoProgram Reader { get; } = new("pdfview.exe", @"C:\Program Files\Fjord PDF", "Fjord Software AS", "Fjord PDF", "7.2.1", "Fjord PDF Viewer");
    public static DemoProgram Erp { get; } = new("nordledger.exe", @"C:\Program Files\NordLedger", "NordLedger AB", "NordLedger", "12.4.0", "NordLedger ERP client");
    public static DemoProgram Backup { get; } = new("tbbackup.exe", @"C:\Program Files\TallBackup", "Tallbacka Instruments AB", "TallBackup", "3.1.0", "Backup agent");
    public static DemoProgram Sql { get; } = new("sqlservr.exe", @"C:\Program Files\Microsoft SQL Server\MSSQL16.MSSQLSERVER\MSSQL\Binn", Microsoft, "Microsoft SQL Server", "16.0.4125.3", "SQL Server Windows NT");
    public static DemoProgram Web { get; } = new("w3wp.exe", System32 + @"\inetsrv", Microsoft, "Internet Information Services", "10.0.20348.1", "IIS Worker Process");
    public static DemoProgram SevenZip { get; } = new("7z.exe", @"C:\Program Files\7-Zip", "Igor Pavlov", "7-Zip", "24.08", "7-Zip Console");

    /// <summary>The intruder's loader, as it lies on the first machine.</summary>
    public static DemoProgram Loader { get; } = new("svcupd.exe", @"C:\Users\maja.lindqvist\AppData\Local\Temp", "", "", "0.0.0.0", "");

    /// <summary>A well-known copy tool under another name.</summary>
    public static DemoProgram Exfiltrator { get; } = new("syncsvc.exe", @"C:\ProgramData\stage", "", "Rclone", "1.68.1", "Rsync for cloud storage");

    public static DemoProgram[] Libraries { get; } =
    [
        Os("ntdll.dll", "NT Layer DLL"), Os("kernel32.dll", "Windows NT BASE API Client DLL"), Os("user32.dll", "Multi-User Windows USER API Client DLL"),
        Os("advapi32.dll", "Advanced Windows 32 Base API"), Os("wininet.dll", "Internet Extensions for Win32"), Os("winhttp.dll", "Windows HTTP Services"),
        Os("crypt32.dll", "Crypto API32"), Os("clr.dll", "Microsoft .NET Runtime Common Language Runtime"), Os("dbghelp.dll", "Windows Image Helper"),
        Os("comsvcs.dll", "COM+ Services"), Os("samlib.dll", "SAM Library DLL"), Os("vaultcli.dll", "Credential Vault Client Library"), Os("wbemcomn.dll", "WMI"),
    ];

    public static DemoProgram Library(string fileName) => Array.Find(Libraries, l => l.FileName == fileName) ?? Libraries[0];

    private static DemoProgram Os(string fileName, string description) => new(fileName, System32, Microsoft, Windows, WindowsVersion, description);

    private static DemoProgram OfficeApp(string fileName, string description) => new(fileName, Office, Microsoft, "Microsoft Office", "16.0.18129.20158", description);
}
