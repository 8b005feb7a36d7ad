using Drever.Engine;
using Drever.Schema;
using Drever.Schema.Ddl;

namespace Drever.Bench.Data;

/// <summary>
/// Events for the query bench, made by the engine itself out of row numbers, so that a run can be repeated anywhere: 30 days that end
/// at a fixed moment, some thousand devices and file names with a skew like that of real fleets (a few do most), command lines of
/// words with a rare needle in one of 50,000. All values are invented.
/// </summary>
internal sealed class BenchData(IHuntingEngine engine, string database)
{
    /// <summary>The end of the 30 days.</summary>
    public static DateTime End { get; } = new(2026, 6, 30, 0, 0, 0, DateTimeKind.Utc);

    public async Task FillAsync(long rows, CancellationToken cancel)
    {
        var schema = HuntingSchema.Load();
        await engine.ExecuteAsync(ClickHouseDdl.CreateDatabase(database), cancel);
        foreach (var table in schema.Tables)
            await engine.ExecuteAsync(ClickHouseDdl.CreateTable(database, table), cancel);

        // pieces of a million, as an ingest would write them
        const long piece = 1_000_000;
        for (var from = 0L; from < rows; from += piece)
        {
            var count = Math.Min(piece, rows - from);
            await engine.ExecuteAsync(ProcessEvents(from, count), cancel);
            await engine.ExecuteAsync(NetworkEvents(from, count / 2), cancel);
        }

        foreach (var table in new[] { "DeviceProcessEvents", "DeviceNetworkEvents" })
            await engine.ExecuteAsync($"OPTIMIZE TABLE `{database}`.`{table}` FINAL", cancel);
    }

    /// <summary>Skew: the square of a uniform number falls mostly near 0.</summary>
    private static string Skewed(int salt, int count) =>
        $"toUInt32(pow((cityHash64(number, {salt}) % 1000003) / 1000003, 3) * {count})";

    private static string Event(long from, long count, string columns, string values) =>
        $"""
        SELECT
            {columns}
        FROM
        (
            SELECT
                number,
                toDateTime64('{End:yyyy-MM-dd HH:mm:ss}', 7, 'UTC') - toIntervalMicrosecond(cityHash64(number, 1) % 2592000000000) AS at,
                {Skewed(2, 3000)} AS device,
                {Skewed(3, 2000)} AS file,
                {Skewed(4, 300)} AS parent,
                {Skewed(5, 800)} AS user{values}
            FROM numbers({from}, {count})
        )
        """;

    private static string FileOf(string number) =>
        $"multiIf({number} = 0, 'svchost.exe', {number} = 1, 'powershell.exe', {number} = 2, 'cmd.exe', {number} = 3, 'chrome.exe', {number} = 4, 'conhost.exe', concat('tool', toString({number}), '.exe'))";

    private string ProcessEvents(long from, long count)
    {
        var file = FileOf("file");
        var parent = FileOf("parent");
        return $"""
            INSERT INTO `{database}`.`DeviceProcessEvents`
                (Timestamp, DeviceId, DeviceName, ActionType, FileName, FolderPath, SHA1, SHA256, ProcessId, ProcessCommandLine, AccountName,
                 AccountDomain, InitiatingProcessFileName, InitiatingProcessCommandLine, InitiatingProcessId, InitiatingProcessAccountName,
                 ProcessIntegrityLevel, ReportId, AdditionalFields, __ingestion_time, __record_id)
            {Event(from, count,
                $$"""
                at, lower(hex(SHA1(toString(device)))), concat('host-', toString(device), '.corp.example'), 'ProcessCreated', {{file}},
                concat('C:\\Program Files\\Vendor', toString(file % 50), '\\', {{file}}), lower(hex(SHA1(toString((file, number % 3))))),
                lower(hex(SHA256(toString((file, number % 3))))), number % 65536,
                concat({{file}}, ' --task ', toString(number % 100000), ' --profile ', lower(hex(cityHash64(number, 9))), ' C:\\Users\\user', toString(user), '\\appdata\\local\\item', toString(number % 5000), '.dat',
                       if(number % 50000 = 7, ' sekurlsa::logonpasswords mimikatz', ''), if(number % 400 = 11, ' -EncodedCommand aQBlAHgA', '')),
                concat('user', toString(user)), 'corp', {{parent}}, concat({{parent}}, ' -k group', toString(parent)), cityHash64(number, 6) % 65536,
                concat('user', toString(user)), if(number % 7 = 0, 'High', 'Medium'), number,
                concat('{"ImageSize":', toString(number % 1000), ',"Signer":"vendor', toString(file % 50), '"}'), at, number
                """, "")}
            """;
    }

    private string NetworkEvents(long from, long count)
    {
        var file = FileOf("file");
        return $"""
            INSERT INTO `{database}`.`DeviceNetworkEvents`
                (Timestamp, DeviceId, DeviceName, ActionType, RemoteIP, RemotePort, RemoteUrl, LocalIP, Protocol, InitiatingProcessFileName,
                 InitiatingProcessId, InitiatingProcessSHA1, InitiatingProcessCommandLine, ReportId, __ingestion_time, __record_id)
            {Event(from, count,
                $"""
                at, lower(hex(SHA1(toString(device)))), concat('host-', toString(device), '.corp.example'), if(number % 5 = 0, 'ConnectionFailed', 'ConnectionSuccess'),
                concat('203.0.', toString(file % 200), '.', toString(number % 250)), if(number % 3 = 0, 80, 443), concat('service', toString(file), '.example.com'),
                concat('10.', toString(device % 200), '.0.', toString(device % 250)), 'Tcp', {file}, number % 65536,
                lower(hex(SHA1(toString((file, number % 3))))), concat({file}, ' --task ', toString(number % 100000)), number, at, number
                """, "")}
            """;
    }
}
