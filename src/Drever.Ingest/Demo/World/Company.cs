namespace Drever.Ingest.Demo.World;

/// <summary>Tallbacka Instruments, which does not exist: its people, machines and network.</summary>
internal sealed class Company
{
    public const string Domain = "tallbacka.example";
    public const string NetBios = "tallbacka";
    public const string TenantId = "7a11bac4-0000-4000-a000-000000000001";
    private const string SidPrefix = "S-1-5-21-1004336348-1177238915-682003330-";

    private static readonly string[] GivenNames = ["Anna", "Björn", "Cecilia", "David", "Elin", "Fredrik", "Greta", "Henrik", "Ida", "Johan", "Karin", "Lars", "Maria", "Nils", "Olivia", "Per", "Rebecka", "Stefan", "Tove", "Ulf", "Vera", "Wilma"];
    private static readonly string[] Surnames = ["Andersson", "Berg", "Carlsson", "Dahl", "Ek", "Forsberg", "Gustafsson", "Holm", "Isaksson", "Jonsson", "Kjellberg", "Lund", "Magnusson", "Norberg", "Olofsson", "Persson", "Rosén", "Sandström", "Törnqvist", "Wallin"];
    private static readonly (string Department, string[] Titles)[] Departments =
    [
        ("Finance", ["Accountant", "Controller", "Accounts payable clerk"]), ("Sales", ["Account manager", "Sales engineer"]), ("Engineering", ["Design engineer", "Firmware engineer", "Test engineer"]),
        ("Operations", ["Buyer", "Planner", "Warehouse lead"]), ("HR", ["HR partner"]), ("IT", ["System administrator", "Support technician"]),
    ];

    private Company(DemoOptions options, List<Employee> people, List<Device> devices) => (Options, People, Devices) = (options, people, devices);

    public DemoOptions Options { get; }

    public List<Employee> People { get; }

    public List<Device> Devices { get; }

    /// <summary>The one who clicks.</summary>
    public Employee Victim => People[0];

    public Employee Administrator => People.Find(p => p.IsAdmin) ?? People[^1];

    public Account BackupAccount { get; } = new("svc-backup", NetBios, SidPrefix + "1601", $"svc-backup@{Domain}", "5ac0b0ac-0000-4000-a000-000000001601");

    public Device VictimDevice => Devices.Find(d => d.Owner == Victim)!;

    public Device DomainController => Devices.Find(d => d.Role == DeviceRole.DomainController)!;

    public Device FileServer => Devices.Find(d => d.Role == DeviceRole.FileServer)!;

    public static Company Create(DemoOptions options)
    {
        var random = DemoRandom.For(options.Seed, "company");
        var people = new List<Employee> { Person("Maja", "Lindqvist", "Finance", "Accounts payable clerk", 1101, random) };
        for (var i = 1; i < options.Workstations; i++)
        {
            var (department, titles) = Departments[i % Departments.Length];
            people.Add(Person(GivenNames[i % GivenNames.Length], Surnames[i * 7 % Surnames.Length], department, titles[i / Departments.Length % titles.Length], 1101 + i, random));
        }

        var devices = new List<Device>();
        for (var i = 0; i < people.Count; i++)
        {
            var isMac = i % 13 == 12;
            devices.Add(Machine(FormattableString.Invariant($"tb-{(isMac ? "mac" : "ws")}-{i + 1:000}"), FormattableString.Invariant($"10.20.{1 + (i / 100)}.{20 + (i % 100)}"), isMac ? DeviceRole.Mac : DeviceRole.Workstation, people[i], random));
        }

        devices.Add(Machine("tb-dc-01", "10.20.0.10", DeviceRole.DomainController, null, random));
        devices.Add(Machine("tb-file-01", "10.20.0.20", DeviceRole.FileServer, null, random));
        devices.Add(Machine("tb-sql-01", "10.20.0.30", DeviceRole.DatabaseServer, null, random));
        devices.Add(Machine("tb-web-01", "10.20.0.40", DeviceRole.WebServer, null, random));
        return new(options, people, devices);
    }

    private static Employee Person(string given, string surname, string department, string title, int rid, DemoRandom random)
    {
        var name = $"{Plain(given)}.{Plain(surname)}";
        return new(name, NetBios, SidPrefix + rid, $"{name}@{Domain}", random.Guid(), given, surname, department, title, title == "System administrator");
    }

    private static Device Machine(string name, string ip, DeviceRole role, Employee? owner, DemoRandom random) =>
        new(random.Hex(40), name, ip, $"02{random.Hex(10).ToUpperInvariant()}", role, owner, random.Guid());

    private static string Plain(string name) => name.ToLowerInvariant().Replace('ö', 'o').Replace('å', 'a').Replace('ä', 'a').Replace('é', 'e');
}
