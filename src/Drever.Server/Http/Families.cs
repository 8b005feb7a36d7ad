using Drever.Wire;

namespace Drever.Server;

/// <summary>Which family a request belongs to, so that even a wrong path is answered in its terms.</summary>
internal static class Families
{
    public static WireFamily Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<HuntingRoute>()?.Family ?? OfPath(context.Request.Path);

    private static WireFamily OfPath(PathString path)
    {
        if (path.StartsWithSegments("/v1.0", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/beta", StringComparison.OrdinalIgnoreCase))
            return WireFamily.Graph;
        return path.StartsWithSegments("/api/advancedqueries", StringComparison.OrdinalIgnoreCase) ? WireFamily.Mde : WireFamily.M365d;
    }
}
