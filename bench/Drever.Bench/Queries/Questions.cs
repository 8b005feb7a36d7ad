namespace Drever.Bench.Queries;

/// <summary>The questions of the query bench. The tables' events end at 2026-06-30.</summary>
internal static class Questions
{
    public static IReadOnlyList<Question> All { get; } =
    [
        new("newest two of one process (documentation)",
            """
            DeviceProcessEvents
            | where InitiatingProcessFileName =~ "powershell.exe"
            | project Timestamp, FileName, InitiatingProcessFileName
            | order by Timestamp desc
            | limit 2
            """,
            """
            SELECT Timestamp, FileName, InitiatingProcessFileName
            FROM DeviceProcessEvents
            WHERE lower(InitiatingProcessFileName) = 'powershell.exe'
            ORDER BY Timestamp DESC
            LIMIT 2
            """),
        new("has: a rare word",
            """
            DeviceProcessEvents
            | where ProcessCommandLine has "mimikatz"
            | project Timestamp, DeviceName, ProcessCommandLine
            """,
            """
            SELECT Timestamp, DeviceName, ProcessCommandLine
            FROM DeviceProcessEvents
            WHERE hasAnyTokens(lower(ProcessCommandLine), ['mimikatz'])
            """),
        new("contains: a rare text",
            """
            DeviceProcessEvents
            | where ProcessCommandLine contains "logonpasswords mimi"
            | project Timestamp, DeviceName, ProcessCommandLine
            """,
            """
            SELECT Timestamp, DeviceName, ProcessCommandLine
            FROM DeviceProcessEvents
            WHERE positionCaseInsensitive(ProcessCommandLine, 'logonpasswords mimi') > 0
            """),
        new("count by hour of a week",
            """
            DeviceProcessEvents
            | where Timestamp between (datetime(2026-06-20) .. datetime(2026-06-27))
            | summarize count() by bin(Timestamp, 1h)
            | order by Timestamp asc
            """,
            """
            SELECT toStartOfHour(Timestamp) AS hour, count()
            FROM DeviceProcessEvents
            WHERE Timestamp BETWEEN toDateTime64('2026-06-20 00:00:00', 7, 'UTC') AND toDateTime64('2026-06-27 00:00:00', 7, 'UTC')
            GROUP BY hour
            ORDER BY hour
            """),
        new("top ten by distinct devices",
            """
            DeviceProcessEvents
            | summarize Devices = dcount(DeviceId), Runs = count() by FileName
            | top 10 by Devices desc
            """,
            """
            SELECT FileName, uniqCombined64(DeviceId) AS Devices, count() AS Runs
            FROM DeviceProcessEvents
            GROUP BY FileName
            ORDER BY Devices DESC
            LIMIT 10
            """),
        new("join: encoded PowerShell and its connections",
            """
            DeviceProcessEvents
            | where FileName =~ "powershell.exe" and ProcessCommandLine has "EncodedCommand"
            | project DeviceId, ProcessId, Started = Timestamp, ProcessCommandLine
            | join kind=inner (
                DeviceNetworkEvents
                | where RemotePort == 80
                | project DeviceId, InitiatingProcessId, Connected = Timestamp, RemoteUrl
              ) on DeviceId, $left.ProcessId == $right.InitiatingProcessId
            | summarize count() by RemoteUrl
            """,
            """
            SELECT RemoteUrl, count()
            FROM (SELECT DeviceId, InitiatingProcessId, RemoteUrl FROM DeviceNetworkEvents WHERE RemotePort = 80) AS n
            INNER JOIN
            (
                SELECT DeviceId, ProcessId FROM DeviceProcessEvents
                WHERE lower(FileName) = 'powershell.exe' AND hasAnyTokens(lower(ProcessCommandLine), ['encodedcommand'])
            ) AS p ON n.DeviceId = p.DeviceId AND n.InitiatingProcessId = p.ProcessId
            GROUP BY RemoteUrl
            """),
        new("latest record of each device",
            """
            DeviceNetworkEvents
            | summarize arg_max(Timestamp, DeviceName, LocalIP, RemoteUrl) by DeviceId
            """,
            """
            SELECT DeviceId, max(Timestamp), argMax(DeviceName, Timestamp), argMax(LocalIP, Timestamp), argMax(RemoteUrl, Timestamp)
            FROM DeviceNetworkEvents
            GROUP BY DeviceId
            """),
        new("one device's last day",
            """
            DeviceProcessEvents
            | where DeviceName == "host-17.corp.example" and Timestamp > datetime(2026-06-29)
            | project Timestamp, FileName, ProcessCommandLine, AccountName
            | order by Timestamp asc
            """,
            """
            SELECT Timestamp, FileName, ProcessCommandLine, AccountName
            FROM DeviceProcessEvents
            WHERE DeviceName = 'host-17.corp.example' AND Timestamp > toDateTime64('2026-06-29 00:00:00', 7, 'UTC')
            ORDER BY Timestamp
            """),
    ];
}
