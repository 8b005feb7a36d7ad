using Drever.Wire;

namespace Drever.Server;

/// <summary>The ids of a request: ours, which is in the log, and the client's, which goes back as it came.</summary>
/// <param name="RequestId">One a request.</param>
/// <param name="ClientRequestId">The client's <c>client-request-id</c>; ours where it sent none that can be echoed.</param>
internal sealed record RequestIds(Guid RequestId, string ClientRequestId)
{
    private const string ClientHeader = "client-request-id";
    private const int LongestEcho = 128;

    public static RequestIds Of(HttpContext context)
    {
        if (context.Features.Get<RequestIds>() is { } known)
            return known;
        var own = Guid.NewGuid();
        var ids = new RequestIds(own, Echo(context.Request.Headers[ClientHeader]) ?? own.ToString("D"));
        context.Features.Set(ids);
        return ids;
    }

    /// <summary>Sets the headers that every answer of Graph has.</summary>
    public static void SetHeaders(HttpContext context, WireFamily family)
    {
        if (family != WireFamily.Graph)
            return;
        var ids = Of(context);
        context.Response.Headers["request-id"] = ids.RequestId.ToString("D");
        context.Response.Headers[ClientHeader] = ids.ClientRequestId;
    }

    // only what is certainly legal in a response header
    private static string? Echo(IReadOnlyList<string?> values) =>
        values is [{ Length: > 0 and <= LongestEcho } value] && value.All(c => c is > ' ' and < '\x7f') ? value : null;
}
