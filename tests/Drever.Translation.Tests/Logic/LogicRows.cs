namespace Drever.Translation.Tests.Logic;

/// <summary>The rows behind the logic tests: a few processes, logons and devices, with empty texts and nulls among them.</summary>
internal static class LogicRows
{
    public static IReadOnlyList<string> Inserts { get; } =
    [
        """
        INSERT INTO {db}.DeviceInfo (Timestamp, DeviceId, DeviceName, MachineGroup, OSPlatform) VALUES
        ('2026-03-01 00:00:00', 'd1', 'alpha', 'Servers', 'Windows10'),
        ('2026-03-10 00:00:00', 'd1', 'alpha.example', 'Clients', 'Windows11'),
        ('2026-03-05 00:00:00', 'd2', 'beta', 'Servers', 'Linux'),
        ('2026-03-06 00:00:00', 'd3', 'gamma', '', 'Windows10')
        """,
        """
        INSERT INTO {db}.DeviceProcessEvents (Timestamp, DeviceId, DeviceName, ActionType, FileName, ProcessCommandLine, ProcessId, AccountName, InitiatingProcessFileName, AdditionalFields) VALUES
        ('2026-03-10 10:00:00', 'd1', 'alpha', 'ProcessCreated', 'powershell.exe', 'powershell.exe -enc AAAA', 100, 'ann', 'cmd.exe', '{"Depth":2,"Tags":["a","b"],"Note":null}'),
        ('2026-03-10 10:05:00.1234567', 'd1', 'alpha', 'ProcessCreated', 'PowerShell.EXE', 'PowerShell.EXE Invoke-Mimikatz', 101, '', 'explorer.exe', ''),
        ('2026-03-11 00:00:00', 'd2', 'beta', 'ProcessCreated', 'bash', 'bash -c "curl http://x/y"', 7, 'root', '', '{"Depth":"3"}'),
        ('2026-03-12 23:59:59.9999999', 'd3', 'gamma', 'ProcessCreated', 'cmd.exe', 'cmd.exe /c whoami', NULL, 'bob', 'winword.exe', 'no json')
        """,
        """
        INSERT INTO {db}.DeviceLogonEvents (Timestamp, DeviceId, DeviceName, ActionType, AccountName, LogonType) VALUES
        ('2026-03-10 09:00:00', 'd1', 'alpha', 'LogonSuccess', 'ann', 'Interactive'),
        ('2026-03-10 09:30:00', 'd1', 'alpha', 'LogonFailed', 'eve', 'Network'),
        ('2026-03-10 09:31:00', 'd2', 'beta', 'LogonSuccess', 'root', 'Network')
        """,
    ];
}
