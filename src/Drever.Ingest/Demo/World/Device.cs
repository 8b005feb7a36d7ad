namespace Drever.Ingest.Demo.World;

internal enum DeviceRole
{
    Workstation, DomainController, FileServer, DatabaseServer, WebServer, Mac,
}

/// <summary>A machine with the sensor on it.</summary>
internal sealed record Device(string Id, string ShortName, string Ip, string MacAddress, DeviceRole Role, Employee? Owner, string AadDeviceId)
{
    private long _reports;
    private long _processes = 4;

    public string Name => $"{ShortName}.{Company.Domain}";

    public bool IsServer => Role is not (DeviceRole.Workstation or DeviceRole.Mac);

    public string Group => IsServer ? "Servers" : Role == DeviceRole.Mac ? "Mac" : "Workstations";

    public string Platform => Role switch { DeviceRole.Mac => "macOS", DeviceRole.Workstation => "Windows11", _ => "WindowsServer2022" };

    /// <summary>The repeating counter of the sensor.</summary>
    public long NextReport() => ++_reports % 100_000;

    public long NextProcess() => 1000 + (((_processes += 4) * 7) % 60_000);
}
