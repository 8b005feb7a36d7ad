using Drever.Hunting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Drever.Server;

/// <summary>Wires authentication and the permission check into ASP.NET.</summary>
internal static class ServerSecurity
{
    public const string HuntingPolicy = "hunting";

    public static void Add(IServiceCollection services)
    {
        services.AddAuthentication(BearerHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.SchemeName, null);
        services.AddAuthorizationBuilder()
            .AddPolicy(HuntingPolicy, policy => policy.RequireAuthenticatedUser().RequireAssertion(HasPermission));
    }

    private static bool HasPermission(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http &&
        http.Features.Get<Caller>() is { } caller &&
        http.GetEndpoint()?.Metadata.GetMetadata<HuntingRoute>() is { } route &&
        Permission.Missing(route.Family, caller) is null;
}
