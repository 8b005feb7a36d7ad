using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Drever.Hunting;

/// <summary>The tenants of a data directory.</summary>
public sealed class TenantRegistry
{
    public const string DefaultName = "default";

    private readonly FrozenDictionary<Guid, Tenant> _byId;
    private readonly FrozenDictionary<string, Tenant> _byName;

    public TenantRegistry(IEnumerable<Tenant> tenants)
    {
        All = [.. tenants];
        if (All.IsEmpty)
            throw new ArgumentException("There must be a tenant.", nameof(tenants));
        _byId = All.ToFrozenDictionary(t => t.Id);
        _byName = All.ToFrozenDictionary(t => t.Name, StringComparer.OrdinalIgnoreCase);
    }

    public ImmutableArray<Tenant> All { get; }

    /// <summary>The one named <c>default</c>, else the first.</summary>
    public Tenant Default => _byName.GetValueOrDefault(DefaultName) ?? All[0];

    public Tenant? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>By id or by name; null when there is none.</summary>
    public Tenant? Find(string idOrName) =>
        Guid.TryParse(idOrName, out var id) ? Find(id) : _byName.GetValueOrDefault(idOrName);

    /// <summary>
    /// Reads <c>tenants.json</c>, which is made with one tenant, <c>default</c>, when the directory has none.
    /// Throws <see cref="SettingsException"/> when the file can't be used.
    /// </summary>
    public static TenantRegistry Open(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, TenantsFile.Name);
        return new TenantRegistry(TenantsFile.Read(path, OwnerFiles.ReadOrCreate(path, TenantsFile.WithDefault)));
    }
}
