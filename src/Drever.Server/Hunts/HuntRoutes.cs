using Drever.Wire;

namespace Drever.Server;

/// <summary>The paths of the three APIs (contract section 1.1); letter case and a trailing slash don't matter.</summary>
internal static class HuntRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        Map(app, "/api/advancedqueries/run", new HuntingRoute(WireFamily.Mde));
        Map(app, "/api/advancedhunting/run", new HuntingRoute(WireFamily.M365d));
        foreach (var version in (string[])["v1.0", "beta"])
        {
            var route = new HuntingRoute(WireFamily.Graph, version);
            Map(app, $"/{version}/security/runHuntingQuery", route);
            // the SDKs name the action with its namespace
            Map(app, $"/{version}/security/microsoft.graph.security.runHuntingQuery", route);
        }
    }

    private static void Map(IEndpointRouteBuilder app, string path, HuntingRoute route) => app
        .MapPost(path, (HttpContext http, HuntEndpoint endpoint) => endpoint.HuntAsync(http, route))
        .WithMetadata(route)
        .RequireAuthorization(ServerSecurity.HuntingPolicy);
}
