using System.Collections.Immutable;
using Drever.Wire;

namespace Drever.Server;

/// <summary>An API as tokens see it.</summary>
/// <param name="Family">Its contract.</param>
/// <param name="Role">What an application must have.</param>
/// <param name="Scope">What a user's token must have.</param>
/// <param name="Resources">The spellings of its audience, the usual one first; also what a token can be asked for.</param>
/// <param name="OtherAudiences">Audiences of other APIs that it lets in as far as its permission check.</param>
public sealed record HuntingApi(
    WireFamily Family,
    string Role,
    string Scope,
    ImmutableArray<string> Resources,
    ImmutableArray<string> OtherAudiences)
{
    /// <summary>The usual spelling.</summary>
    public string Resource => Resources[0];
}
