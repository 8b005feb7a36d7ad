using System.Collections.Immutable;

namespace Drever.Hunting;

/// <summary>Who asks. Made from a checked token by the server, or by the command line for its owner.</summary>
/// <param name="TenantId">The tenant whose data is asked; a caller has exactly one.</param>
/// <param name="AppId">The client application's id.</param>
/// <param name="User">The signed-in user of a delegated call; null for an application on its own.</param>
/// <param name="Roles">Application roles of the token.</param>
/// <param name="Scopes">Delegated scopes of the token.</param>
public sealed record Caller(
    Guid TenantId,
    string AppId,
    CallerUser? User,
    ImmutableArray<string> Roles,
    ImmutableArray<string> Scopes)
{
    public bool IsApplication => User is null;

    /// <summary>The owner of the data directory, at its own command line.</summary>
    public static Caller LocalOwner(Guid tenantId) => new(tenantId, "drever", null, [], []);
}

/// <summary>A signed-in user.</summary>
/// <param name="ObjectId">The directory object id (<c>oid</c>).</param>
/// <param name="Name">The sign-in name, for people to read; null when the token has none.</param>
/// <param name="Groups">Directory groups of the token.</param>
/// <param name="DirectoryRoles">Directory role template ids (<c>wids</c>).</param>
public sealed record CallerUser(
    string ObjectId,
    string? Name,
    ImmutableArray<string> Groups,
    ImmutableArray<string> DirectoryRoles);
