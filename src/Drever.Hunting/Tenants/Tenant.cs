using Drever.Engine;

namespace Drever.Hunting;

/// <summary>A tenant: its own data, its own callers.</summary>
/// <param name="Id">The directory id, as tokens carry it (<c>tid</c>).</param>
/// <param name="Name">Short name; it also names the tenant's database (<see cref="TenantDatabase.IsTenantName"/>).</param>
public sealed record Tenant(Guid Id, string Name)
{
    /// <summary>How far its hunts look back.</summary>
    public LookBack LookBack { get; init; } = LookBack.ThirtyDays;

    /// <summary>The tenant's database in the engine.</summary>
    public string Database => TenantDatabase.NameOf(Name);
}
