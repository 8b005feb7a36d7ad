using System.Collections.Immutable;

namespace Drever.Server;

/// <summary>An application that may get tokens from the built-in issuer.</summary>
/// <param name="AppId">Its client id.</param>
/// <param name="Name">For people.</param>
/// <param name="TenantId">The one tenant it belongs to.</param>
/// <param name="Secret">Its client secret.</param>
/// <param name="Roles">The application roles it was given.</param>
public sealed record IssuerClient(Guid AppId, string Name, Guid TenantId, string Secret, ImmutableArray<string> Roles)
{
    public override string ToString() => $"{Name} ({AppId})";
}
