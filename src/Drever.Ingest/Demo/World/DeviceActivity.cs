namespace Drever.Ingest.Demo.World;

/// <summary>What happens on a machine, as rows of the Device tables.</summary>
internal sealed class DeviceActivity(DemoOutput output, Device device)
{
    public Device Device => device;

    /// <summary>A new process: DeviceProcessEvents.</summary>
    public RunningProcess Run(RunningProcess parent, DemoProgram program, string commandLine, DateTime time, Account? account = null, bool isElevated = false)
    {
        var child = new RunningProcess(program, device.NextProcess(), commandLine, time, account ?? parent.Account, parent) { LogonId = parent.LogonId };
        child = isElevated ? child with { Integrity = "High", Elevation = "TokenElevationTypeFull" } : child with { Integrity = parent.Integrity, Elevation = parent.Elevation };
        var row = Start("DeviceProcessEvents", time, "ProcessCreated");
        SetFile(row, program);
        SetVersion(row, "Process", program);
        row.Set("ProcessId", child.Id).Set("ProcessCommandLine", commandLine).Set("ProcessIntegrityLevel", child.Integrity).Set("ProcessTokenElevation", child.Elevation)
            .Set("ProcessCreationTime", time).Set("AccountDomain", child.Account.Domain).Set("AccountName", child.Account.Name).Set("AccountSid", child.Account.Sid)
            .Set("AccountUpn", child.Account.Upn).Set("AccountObjectId", child.Account.ObjectId).Set("LogonId", child.LogonId).Set("CreatedProcessSessionId", 1).Set("IsProcessRemoteSession", false)
            .Set("InitiatingProcessSignerType", parent.Program.IsSigned ? "OsVendor" : "Unknown").Set("InitiatingProcessSignatureStatus", parent.Program.IsSigned ? "Valid" : "Unknown")
            .Set("InitiatingProcessLogonId", parent.LogonId).Set("ProcessUniqueId", child.UniqueId);
        SetCause(row, parent);
        return child;
    }

    /// <summary>A connection out: DeviceNetworkEvents.</summary>
    public void Connect(RunningProcess process, DateTime time, string host, string ip, int port, string action = "ConnectionSuccess", string type = "Public")
    {
        var row = Start("DeviceNetworkEvents", time, action);
        row.Set("RemoteIP", ip).Set("RemotePort", port).Set("RemoteUrl", host).Set("LocalIP", device.Ip).Set("LocalPort", 49152 + (time.Ticks % 16_000))
            .Set("Protocol", port == 53 ? "Udp" : "Tcp").Set("LocalIPType", "Private").Set("RemoteIPType", type);
        SetCause(row, process);
    }

    public void Connect(RunningProcess process, DateTime time, Site site) => Connect(process, time, site.Host, site.Ip, 443);

    /// <summary>DeviceFileEvents.</summary>
    public void File(RunningProcess process, DateTime time, string action, string folder, string name, string? sha256 = null, string? originUrl = null, string? originIp = null, string? previousName = null)
    {
        var row = Start("DeviceFileEvents", time, action);
        row.Set("FileName", name).Set("FolderPath", $"{folder}\\{name}").Set("SHA256", sha256).Set("SHA1", sha256?[..40]).Set("MD5", sha256?[8..40])
            .Set("FileOriginUrl", originUrl).Set("FileOriginIP", originIp).Set("PreviousFileName", previousName).Set("PreviousFolderPath", previousName is null ? null : $"{folder}\\{previousName}")
            .Set("FileSize", 1000 + (time.Ticks % 3_000_000)).Set("RequestProtocol", "Local").Set("IsAzureInfoProtectionApplied", false);
        SetCause(row, process);
    }

    /// <summary>A program that is written to the disk.</summary>
    public void Drop(RunningProcess process, DateTime time, DemoProgram program, string? originUrl = null, string? originIp = null)
    {
        var row = Start("DeviceFileEvents", time, "FileCreated");
        SetFile(row, program);
        row.Set("FileOriginUrl", originUrl).Set("FileOriginIP", originIp).Set("RequestProtocol", "Local");
        SetCause(row, process);
    }

    /// <summary>DeviceRegistryEvents.</summary>
    public void Registry(RunningProcess process, DateTime time, string key, string valueName, string data, string action = "RegistryValueSet", string type = "String")
    {
        var row = Start("DeviceRegistryEvents", time, action);
        row.Set("RegistryKey", key).Set("RegistryValueName", valueName).Set("RegistryValueData", data).Set("RegistryValueType", type);
        SetCause(row, process);
    }

    /// <summary>DeviceImageLoadEvents.</summary>
    public void Load(RunningProcess process, DateTime time, DemoProgram library)
    {
        var row = Start("DeviceImageLoadEvents", time, "ImageLoaded");
        SetFile(row, library);
        SetCause(row, process);
    }

    /// <summary>DeviceLogonEvents.</summary>
    public void Logon(DateTime time, Account account, string logonType, bool succeeded = true, string protocol = "Kerberos", Device? from = null, string? failure = null, bool isLocalAdmin = false)
    {
        var row = Start("DeviceLogonEvents", time, succeeded ? "LogonSuccess" : "LogonFailed");
        row.Set("LogonType", logonType).Set("AccountDomain", account.Domain).Set("AccountName", account.Name).Set("AccountSid", account.Sid).Set("Protocol", protocol)
            .Set("FailureReason", failure).Set("IsLocalAdmin", isLocalAdmin).Set("LogonId", time.Ticks / 10_000 % 100_000_000).Set("RemoteDeviceName", from?.Name).Set("RemoteIP", from?.Ip)
            .Set("RemoteIPType", from is null ? null : "Private").Set("RemotePort", from is null ? 0 : 49152 + (time.Ticks % 16_000)).Set("AdditionalFields", succeeded ? $$"""{"IsLocalLogon":{{(from is null ? "true" : "false")}}}""" : null);
        SetCause(row, RunningProcess.Service(Programs.Lsass, 812, "lsass.exe", output.Options.Start, Account.System));
    }

    /// <summary>DeviceEvents; the caller sets what the action type calls for.</summary>
    public DemoRow Event(RunningProcess? process, DateTime time, string action, string additionalFields = "{}")
    {
        var row = Start("DeviceEvents", time, action).Set("AdditionalFields", additionalFields);
        if (process is not null)
        {
            row.Set("InitiatingProcessLogonId", process.LogonId);
            SetCause(row, process, hasIntegrity: false);
        }

        return row;
    }

    /// <summary>DeviceEvents on another process: opening it, reading its memory.</summary>
    public void Touch(RunningProcess process, DateTime time, string action, RunningProcess target, string additionalFields)
    {
        var row = Event(process, time, action, additionalFields);
        SetFile(row, target.Program);
        row.Set("ProcessId", target.Id).Set("ProcessCommandLine", target.CommandLine).Set("ProcessCreationTime", target.Started);
    }

    public DemoRow Start(string table, DateTime time, string? action)
    {
        var row = output.Row(table, time);
        return row.Set("DeviceId", device.Id).Set("DeviceName", device.Name).Set("ActionType", action).Set("ReportId", device.NextReport()).Set("MachineGroup", device.Group);
    }

    private static void SetFile(DemoRow row, DemoProgram program) => row
        .Set("FileName", program.FileName).Set("FolderPath", program.Path).Set("SHA1", program.Sha1).Set("SHA256", program.Sha256).Set("MD5", program.Md5).Set("FileSize", program.Size);

    private static void SetVersion(DemoRow row, string prefix, DemoProgram program) => row
        .Set(prefix + "VersionInfoCompanyName", program.Publisher).Set(prefix + "VersionInfoProductName", program.Product).Set(prefix + "VersionInfoProductVersion", program.Version)
        .Set(prefix + "VersionInfoInternalFileName", program.FileName).Set(prefix + "VersionInfoOriginalFileName", program == Programs.Exfiltrator ? "rclone.exe" : program.FileName).Set(prefix + "VersionInfoFileDescription", program.Description);

    /// <param name="hasIntegrity">DeviceEvents has no columns for it.</param>
    private static void SetCause(DemoRow row, RunningProcess process, bool hasIntegrity = true)
    {
        row.Set("InitiatingProcessFileName", process.Program.FileName).Set("InitiatingProcessFolderPath", process.Program.Path.ToLowerInvariant())
            .Set("InitiatingProcessSHA1", process.Program.Sha1).Set("InitiatingProcessSHA256", process.Program.Sha256).Set("InitiatingProcessMD5", process.Program.Md5).Set("InitiatingProcessFileSize", process.Program.Size)
            .Set("InitiatingProcessId", process.Id).Set("InitiatingProcessCommandLine", process.CommandLine).Set("InitiatingProcessCreationTime", process.Started)
            .Set("InitiatingProcessAccountDomain", process.Account.Domain).Set("InitiatingProcessAccountName", process.Account.Name).Set("InitiatingProcessAccountSid", process.Account.Sid)
            .Set("InitiatingProcessAccountUpn", process.Account.Upn).Set("InitiatingProcessAccountObjectId", process.Account.ObjectId)
            .Set("InitiatingProcessIntegrityLevel", hasIntegrity ? process.Integrity : null).Set("InitiatingProcessTokenElevation", hasIntegrity ? process.Elevation : null)
            .Set("InitiatingProcessSessionId", 1).Set("IsInitiatingProcessRemoteSession", false).Set("InitiatingProcessUniqueId", process.UniqueId);
        SetVersion(row, "InitiatingProcess", process.Program);
        if (process.Parent is { } parent)
            row.Set("InitiatingProcessParentFileName", parent.Program.FileName).Set("InitiatingProcessParentId", parent.Id).Set("InitiatingProcessParentCreationTime", parent.Started);
    }
}
