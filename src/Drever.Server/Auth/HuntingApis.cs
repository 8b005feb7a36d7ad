using System.Collections.Frozen;
using System.Collections.Immutable;
using Drever.Wire;

namespace Drever.Server;

/// <summary>The three APIs, their resources, application ids, roles and scopes: contract section 5.2.</summary>
public static class HuntingApis
{
    private static readonly ImmutableArray<string> DefenderResources =
    [
        "https://api.security.microsoft.com",
        "8ee8fdad-f234-4243-8f3b-15c294843740",
        "https://api-us.security.microsoft.com",
        "https://api-eu.security.microsoft.com",
        "https://api-uk.security.microsoft.com",
        // US government
        "https://api-gcc.security.microsoft.us",
        "https://api-gov.security.microsoft.us",
        "5f804853-e3b1-447b-9a8b-6d3e1257c72a",
    ];

    /// <summary>
    /// The legacy API. It was seen to take the newer API's audience and to fail such a token on its roles only.
    /// </summary>
    public static HuntingApi Mde { get; } = new(
        WireFamily.Mde,
        "AdvancedQuery.Read.All",
        "AdvancedQuery.Read",
        [
            "https://api.securitycenter.microsoft.com",
            "https://api.securitycenter.windows.com",
            "https://securitycenter.onmicrosoft.com/windowsatpservice",
            "fc780465-2017-40d4-a0c5-307022471b92",
            "https://api-us.securitycenter.microsoft.com",
            "https://api-eu.securitycenter.microsoft.com",
            "https://api-uk.securitycenter.microsoft.com",
            "https://api-us.securitycenter.windows.com",
            "https://api-eu.securitycenter.windows.com",
            "https://api-uk.securitycenter.windows.com",
            "https://us.api.security.microsoft.com",
            "https://eu.api.security.microsoft.com",
            "https://uk.api.security.microsoft.com",
            "https://au.api.security.microsoft.com",
            "https://swa.api.security.microsoft.com",
            "https://ina.api.security.microsoft.com",
            "https://api-gcc.securitycenter.microsoft.us",
            "https://api-gov.securitycenter.microsoft.us",
        ],
        DefenderResources);

    public static HuntingApi M365d { get; } = new(
        WireFamily.M365d, "AdvancedHunting.Read.All", "AdvancedHunting.Read", DefenderResources, []);

    public static HuntingApi Graph { get; } = new(
        WireFamily.Graph,
        "ThreatHunting.Read.All",
        "ThreatHunting.Read.All",
        [
            "https://graph.microsoft.com",
            "00000003-0000-0000-c000-000000000000",
            "https://graph.microsoft.us",
            "https://dod-graph.microsoft.us",
        ],
        []);

    public static ImmutableArray<HuntingApi> All { get; } = [Mde, M365d, Graph];

    private static readonly FrozenDictionary<string, HuntingApi> ByResource = All
        .SelectMany(api => api.Resources, (api, resource) => KeyValuePair.Create(resource, api))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static HuntingApi Of(WireFamily family) => family switch
    {
        WireFamily.Mde => Mde,
        WireFamily.M365d => M365d,
        _ => Graph,
    };

    /// <summary>The API of a resource as a token request names it, with or without a slash at its end.</summary>
    public static HuntingApi? Find(string resource) => ByResource.GetValueOrDefault(resource.TrimEnd('/'));
}
