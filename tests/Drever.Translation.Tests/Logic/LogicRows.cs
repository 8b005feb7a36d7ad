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
        """
        INSERT INTO {db}.DeviceImageLoadEvents (Timestamp, DeviceId, FileName, SHA1, SHA256, FileSize) VALUES
        ('2026-03-01 00:00:00', 'd1', 'a.dll', 'aaaa000000000000000000000000000000000001', 'bbbb000000000000000000000000000000000000000000000000000000000001', 500),
        ('2026-03-10 00:00:00', 'd1', 'a.dll', 'aaaa000000000000000000000000000000000001', 'bbbb000000000000000000000000000000000000000000000000000000000001', 500)
        """,
        """
        INSERT INTO {db}.DeviceFileEvents (Timestamp, DeviceId, FileName, SHA1, FileSize) VALUES
        ('2026-03-02 00:00:00', 'd2', 'note.txt', 'aaaa000000000000000000000000000000000002', 70)
        """,
        """
        INSERT INTO {db}.DeviceNetworkEvents (Timestamp, DeviceId, RemoteIP, InitiatingProcessSHA1, InitiatingProcessVersionInfoCompanyName) VALUES
        ('2026-03-11 00:00:00', 'd1', '10.0.0.2', '', ''),
        ('2026-03-12 00:00:00', 'd3', '203.0.113.7', 'aaaa000000000000000000000000000000000001', 'Contoso Ltd')
        """,
        """
        INSERT INTO {db}.DeviceFileCertificateInfo (Timestamp, DeviceId, SHA1, IsSigned, IsTrusted, IsRootSignerMicrosoft, Signer, Issuer) VALUES
        ('2026-03-01 00:00:00', 'd1', 'aaaa000000000000000000000000000000000001', true, true, false, 'Contoso', 'Contoso CA')
        """,
        """
        INSERT INTO {db}.DeviceNetworkInfo (Timestamp, DeviceId, IPAddresses) VALUES
        ('2026-03-10 00:00:00', 'd2', '[{"IPAddress":"10.0.0.2","SubnetPrefix":24},{"IPAddress":"127.0.0.1"}]')
        """,
    ];
}
