using System.Globalization;
using Drever.Wire;

namespace Drever.Server;

/// <summary>Answers a request with an error of its family.</summary>
internal sealed class FaultWriter(HuntingServerOptions options, TimeProvider time)
{
    /// <summary>Writes status, headers and body; gives the status.</summary>
    public async Task<int> WriteAsync(HttpContext context, WireFamily family, WireFault fault)
    {
        var error = ErrorTable.Of(family, fault);
        var ids = RequestIds.Of(context);
        var response = context.Response;
        response.StatusCode = error.Status;
        response.ContentType = JsonTypes.Of(family);
        RequestIds.SetHeaders(context, family);
        if (error.RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        // the rest of such a body is never read, so nothing can follow it on this connection
        if (fault.Kind == FaultKind.BodyTooLarge && HttpProtocol.IsHttp11(context.Request.Protocol))
            response.Headers.Connection = "close";
        ErrorBody.Write(response.BodyWriter, family, error, new ErrorIds(ids.RequestId, ids.ClientRequestId, time.GetUtcNow()));
        await response.BodyWriter.FlushAsync(context.RequestAborted);
        return error.Status;
    }

    /// <summary>The address the caller knows this server by, without a slash at its end.</summary>
    public string BaseUrl(HttpRequest request) =>
        options.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host.ToUriComponent()}";
}

/// <summary>The media types of the answers, as recorded.</summary>
internal static class JsonTypes
{
    public static string Of(WireFamily family) =>
        family == WireFamily.Graph ? "application/json" : "application/json; charset=utf-8";
}
