namespace Drever.Ingest.Demo.World;

/// <summary>An account that runs processes.</summary>
internal record Account(string Name, string Domain, string Sid, string Upn, string ObjectId)
{
    public static Account System { get; } = new("system", "nt authority", "S-1-5-18", "", "");

    public static Account LocalService { get; } = new("local service", "nt authority", "S-1-5-19", "", "");

    public static Account NetworkService { get; } = new("network service", "nt authority", "S-1-5-20", "", "");
}

/// <summary>A person of the company.</summary>
internal sealed record Employee(string Name, string Domain, string Sid, string Upn, string ObjectId, string GivenName, string Surname, string Department, string JobTitle, bool IsAdmin)
    : Account(Name, Domain, Sid, Upn, ObjectId)
{
    public string DisplayName => $"{GivenName} {Surname}";
}
