using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Drever.Server;

/// <summary>Limits of the HTTP server itself, for callers that are slow, many or hostile.</summary>
internal static class KestrelSetup
{
    public static void Apply(KestrelServerOptions kestrel, HuntingServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.AllowSynchronousIO = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = options.Requests.MaxBytes;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestHeadersTotalSize = 48 * 1024;
        limits.MaxRequestLineSize = 16 * 1024;
        limits.MaxConcurrentConnections = 2_000;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.Http2.MaxStreamsPerConnection = 128;
    }
}
