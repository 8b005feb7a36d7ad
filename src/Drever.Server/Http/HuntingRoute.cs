using Drever.Wire;

namespace Drever.Server;

/// <summary>Marks the endpoints that hunt.</summary>
/// <param name="Family">The contract of the path.</param>
/// <param name="GraphVersion"><c>v1.0</c> or <c>beta</c>; null for the Defender families.</param>
internal sealed record HuntingRoute(WireFamily Family, string? GraphVersion = null);
