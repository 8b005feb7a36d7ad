using Drever.Ingest.Demo.World;

namespace Drever.Ingest.Demo.Background;

/// <summary>What a server does on any day.</summary>
internal sealed class ServerWork(DeviceActivity activity, DemoRandom random, Company company, RunningProcess services, RunningProcess svchost)
{
    private static readonly DemoProgram[] Quiet = [Programs.Taskhostw, Programs.WmiPrvSE, Programs.Conhost];

    public void Emit(DateTime date)
    {
        Backup(date.AddHours(1).AddMinutes(random.Between(0, 20)));
        for (var i = 0; i < 60; i++)
            Serve(date + random.Within(TimeSpan.FromDays(1)));
    }

    private void Serve(DateTime time)
    {
        var person = random.Of(company.People);
        var from = company.Devices.Find(d => d.Owner == person)!;
        switch (activity.Device.Role)
        {
            case DeviceRole.DomainController:
                activity.Logon(time, person, "Network", from: from);
                if (random.Chance(0.2))
                    activity.Logon(time, person, "Network", succeeded: false, protocol: "Kerberos", from: from, failure: "InvalidUserNameOrPassword");
                break;
            case DeviceRole.FileServer:
                activity.Logon(time, person, "Network", from: from);
                activity.Event(null, time.AddSeconds(1), "NetworkShareObjectAccessChecked", $$"""{"ShareName":"\\\\*\\{{person.Department.ToLowerInvariant()}}","AccessMask":"0x100081"}""")
                    .Set("AccountName", person.Name).Set("AccountDomain", person.Domain).Set("AccountSid", person.Sid).Set("RemoteIP", from.Ip);
                break;
            case DeviceRole.DatabaseServer:
                var sql = RunningProcess.Service(Programs.Sql, 4020, $"\"{Programs.Sql.Path}\" -sMSSQLSERVER", time.Date, Account.NetworkService, services);
                activity.File(sql, time, "FileModified", @"D:\Data", "NordLedger_log.ldf");
                activity.Connect(sql, time, from.Name, from.Ip, 49152 + random.Below(16_000), "InboundConnectionAccepted", "Private");
                break;
            case DeviceRole.WebServer:
                var web = RunningProcess.Service(Programs.Web, 5540, "c:\\windows\\system32\\inetsrv\\w3wp.exe -ap \"Catalogue\" -v \"v4.0\"", time.Date, Account.NetworkService, services);
                activity.Connect(web, time, "", FormattableString.Invariant($"198.51.100.{random.Between(100, 250)}"), 443, "InboundConnectionAccepted");
                activity.Connect(web, time.AddMilliseconds(20), "tb-sql-01.tallbacka.example", "10.20.0.30", 1433, type: "Private");
                break;
            default:
                break;
        }

        if (random.Chance(0.2))
            activity.Run(svchost, random.Of(Quiet), "", time.AddSeconds(2));
    }

    private void Backup(DateTime time)
    {
        activity.Logon(time.AddSeconds(-1), company.BackupAccount, "Service", isLocalAdmin: true);
        var agent = activity.Run(services, Programs.Backup, $"\"{Programs.Backup.Path}\" --incremental --target tb-file-01", time, company.BackupAccount, isElevated: true);
        for (var i = 0; i < 8; i++)
            activity.File(agent, time.AddMinutes(i), "FileCreated", @"E:\Backup", FormattableString.Invariant($"{activity.Device.ShortName}-{time:yyyyMMdd}-{i:00}.tbk"), random.Hex(64));
        activity.Connect(agent, time.AddSeconds(5), "tb-file-01.tallbacka.example", "10.20.0.20", 445, type: "Private");
    }
}
