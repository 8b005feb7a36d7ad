using Drever.Ingest.Demo.World;

namespace Drever.Ingest.Demo.Background;

/// <summary>An ordinary day of one machine.</summary>
internal sealed class DeviceDay
{
    private readonly DemoRandom _random;
    private readonly DemoOutput _output;
    private readonly DeviceActivity _activity;
    private readonly Company _company;
    private readonly DateTime _date;
    private readonly RunningProcess _services;
    private readonly RunningProcess _svchost;

    public DeviceDay(DemoOutput output, Company company, Device device, DateTime date)
    {
        _random = DemoRandom.For(company.Options.Seed, device.ShortName, (int)date.Subtract(DateTime.UnixEpoch).TotalDays);
        (_output, _activity, _company, _date) = (output, new DeviceActivity(output, device), company, date);
        var boot = date.AddHours(-3 - (device.ShortName.Length % 5));
        _services = RunningProcess.Service(Programs.Services, 796, "services.exe", boot, Account.System);
        _svchost = RunningProcess.Service(Programs.Svchost, 1204, "svchost.exe -k netsvcs -p -s Schedule", boot.AddSeconds(4), Account.System, _services);
    }

    private Device Device => _activity.Device;

    public void Emit()
    {
        var isWeekend = _date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        new DeviceInventory(_activity, _random, _company).Emit(_date);
        if (Device.Role != DeviceRole.Mac)
            Maintenance(Device.IsServer ? 18 : 7);
        if (Device.IsServer)
            new ServerWork(_activity, _random, _company, _services, _svchost).Emit(_date);
        else if (!isWeekend || _random.Chance(0.08))
            new OfficeWork(_activity, _random, Device.Owner!, _svchost).Emit(_date);
    }

    /// <summary>What Windows does by itself, at any hour.</summary>
    private void Maintenance(int rounds)
    {
        for (var i = 0; i < rounds; i++)
        {
            var time = _date + _random.Within(TimeSpan.FromDays(1));
            switch (_random.Below(7))
            {
                case 0:
                    _activity.Run(_svchost, Programs.Taskhostw, "taskhostw.exe -RegisterDevice -ProtectionStateChanged -FreeNetworkOnly", time);
                    _activity.Connect(_svchost, time.AddSeconds(3), Site.Update);
                    break;
                case 1:
                    _activity.Load(_activity.Run(_svchost, Programs.BackgroundTaskHost, "\"backgroundTaskHost.exe\" -ServerName:App.AppXmtcan0h2tfbfy7k9kn8hbxb6dmzz1zh0.mca", time), time.AddMilliseconds(80), _random.Of(Programs.Libraries));
                    break;
                case 2:
                    var update = _activity.Run(_svchost, Programs.EdgeUpdate, $"\"{Programs.EdgeUpdate.Path}\" /ua /installsource scheduler", time);
                    _activity.Connect(update, time.AddSeconds(1), Site.Update);
                    _activity.Registry(update, time.AddSeconds(2), @"HKEY_LOCAL_MACHINE\SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\ClientState", "LastChecked", FormattableString.Invariant($"{time.Ticks / 10_000_000}"), type: "Dword");
                    break;
                case 3:
                    Antivirus(time);
                    break;
                case 4:
                    var wmi = _activity.Run(_svchost, Programs.WmiPrvSE, @"C:\Windows\system32\wbem\wmiprvse.exe -secured -Embedding", time, Account.NetworkService);
                    _activity.Load(wmi, time.AddMilliseconds(50), Programs.Library("wbemcomn.dll"));
                    break;
                case 5:
                    var sensor = RunningProcess.Service(Programs.Sensor, 3120, $"\"{Programs.Sensor.Path}\"", _date, Account.System, _services);
                    var script = _activity.Run(sensor, Programs.PowerShell, "powershell.exe -ExecutionPolicy AllSigned -NoProfile -NonInteractive -Command \"& {$OutputEncoding = [Console]::OutputEncoding; Get-MpComputerStatus}\"", time);
                    _activity.Load(script, time.AddMilliseconds(200), Programs.Library("clr.dll"));
                    _activity.Event(script, time.AddMilliseconds(400), "PowerShellCommand", """{"Command":"Get-MpComputerStatus"}""");
                    break;
                default:
                    _activity.Connect(_svchost, time, Site.Certificates);
                    _activity.Registry(_svchost, time, @"HKEY_LOCAL_MACHINE\SYSTEM\ControlSet001\Services\bam\State\UserSettings\S-1-5-18", $@"\Device\HarddiskVolume3{_random.Of(Programs.Libraries).Path[2..]}", _random.Hex(32), type: "Binary");
                    break;
            }
        }
    }

    private void Antivirus(DateTime time)
    {
        var defender = RunningProcess.Service(Programs.Defender, 2988, $"\"{Programs.Defender.FileName}\"", _date, Account.System, _services);
        _activity.Event(defender, time, "AntivirusScanCompleted", $$"""{"ScanTypeIndex":"Quick","ScanParametersIndex":"Scheduled","User":"NT AUTHORITY\\SYSTEM","Domain":"NT AUTHORITY","Threats":0,"DurationInSeconds":{{_random.Between(60, 900)}}}""");
        if (_random.Chance(0.3))
            _activity.Event(defender, time.AddMinutes(20), "AntivirusDefinitionsUpdated", """{"SecurityIntelligenceVersion":"1.441.203.0"}""");
        if (_random.Chance(0.02) && Device.Owner is { } owner)
            new UnwantedSoftware(_output, _activity, _random).Find(defender, owner, time.AddMinutes(3));
    }
}
