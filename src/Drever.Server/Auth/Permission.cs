using Drever.Hunting;
using Drever.Wire;

namespace Drever.Server;

/// <summary>Each API takes its own permission and no other: the role of an application, the scope of a user's token.</summary>
internal static class Permission
{
    /// <summary>Null when the caller has what the API asks.</summary>
    public static WireFault? Missing(WireFamily family, Caller caller)
    {
        var api = HuntingApis.Of(family);
        if (caller.IsApplication)
        {
            return caller.Roles.Contains(api.Role, StringComparer.Ordinal)
                ? null
                : new WireFault(FaultKind.MissingPermission, $"Missing application roles. API required roles: {api.Role}, application roles: {string.Join(',', caller.Roles)}.");
        }
        return caller.Scopes.Contains(api.Scope, StringComparer.Ordinal)
            ? null
            : new WireFault(FaultKind.MissingPermission, $"Missing scopes. API required scopes: {api.Scope}, token scopes: {string.Join(',', caller.Scopes)}.");
    }
}
