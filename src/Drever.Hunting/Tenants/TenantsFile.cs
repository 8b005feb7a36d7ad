using System.Text.Json;
using System.Text.Json.Serialization;
using Drever.Engine;

namespace Drever.Hunting;

/// <summary><c>tenants.json</c>: <c>{"tenants":[{"id":"...","name":"default","lookBackDays":30,"maximumLookBackDays":30}]}</c>.</summary>
internal sealed record TenantsFile(IReadOnlyList<TenantEntry>? Tenants)
{
    public const string Name = "tenants.json";

    // words that stand for "any tenant" in the token endpoints
    private static readonly string[] Reserved = ["common", "organizations", "consumers"];

    public static byte[] WithDefault() => JsonSerializer.SerializeToUtf8Bytes(
        new TenantsFile([new TenantEntry(Guid.NewGuid(), TenantRegistry.DefaultName, 30, 30)]), TenantsFileJson.Default.TenantsFile);

    public static IReadOnlyList<Tenant> Read(string path, byte[] json)
    {
        var entries = Parse(path, json).Tenants ?? [];
        if (entries.Count == 0)
            throw Wrong(path, "it has no tenant");
        var tenants = new List<Tenant>();
        foreach (var entry in entries)
            tenants.Add(Tenant(path, entry));
        if (tenants.DistinctBy(t => t.Id).Count() < tenants.Count)
            throw Wrong(path, "two tenants have the same id");
        if (tenants.DistinctBy(t => t.Name, StringComparer.Ordinal).Count() < tenants.Count)
            throw Wrong(path, "two tenants have the same name");
        return tenants;
    }

    private static TenantsFile Parse(string path, byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, TenantsFileJson.Default.TenantsFile) ?? throw Wrong(path, "it is empty");
        }
        catch (JsonException mistake)
        {
            throw new SettingsException($"{path} is not valid: {mistake.Message} Correct it, or move it away to start with a new default tenant.", mistake);
        }
    }

    private static Tenant Tenant(string path, TenantEntry entry)
    {
        if (entry.Id == Guid.Empty)
            throw Wrong(path, $"tenant '{entry.Name}' has no id");
        if (entry.Name is not { } name || !TenantDatabase.IsTenantName(name))
            throw Wrong(path, $"the name of tenant {entry.Id} must be 1 to 64 characters of a to z, 0 to 9, '-' and '_'");
        if (Reserved.Contains(name, StringComparer.Ordinal) || Guid.TryParse(name, out _))
            throw Wrong(path, $"'{name}' can't be the name of a tenant");
        if (entry.LookBackDays is <= 0 or > 36_500 || entry.MaximumLookBackDays is <= 0 or > 36_500)
            throw Wrong(path, $"the look-back of tenant '{name}' must be 1 to 36500 days");
        var lookBack = new LookBack(
            TimeSpan.FromDays(entry.LookBackDays ?? 30),
            entry.MaximumLookBackDays is { } days ? TimeSpan.FromDays(days) : null);
        return new Tenant(entry.Id, name) { LookBack = lookBack };
    }

    private static SettingsException Wrong(string path, string what) => new($"{path} can't be used: {what}.");
}

/// <param name="LookBackDays">Default window of hunts; 30 when absent.</param>
/// <param name="MaximumLookBackDays">Furthest that hunts reach back; null for everything that is kept.</param>
internal sealed record TenantEntry(Guid Id, string? Name, int? LookBackDays, int? MaximumLookBackDays);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(TenantsFile))]
internal sealed partial class TenantsFileJson : JsonSerializerContext;
