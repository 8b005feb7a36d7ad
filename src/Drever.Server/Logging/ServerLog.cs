using Drever.Wire;

namespace Drever.Server;

/// <summary>
/// Every log message of the server with its event id. None has a query, a token, a secret or a message of the engine in
/// it: queries can hold what their authors would not want kept.
/// </summary>
internal static partial class ServerLog
{
    [LoggerMessage(1000, LogLevel.Information, "Hunt {RequestId} answered: {Family}, tenant {TenantId}, application {AppId}, {Rows} rows, {Bytes} bytes, {Milliseconds} ms, truncated {Truncated}")]
    public static partial void HuntAnswered(
        ILogger log, Guid requestId, WireFamily family, Guid tenantId, string appId, long rows, long bytes, long milliseconds, bool truncated);

    [LoggerMessage(1001, LogLevel.Information, "Hunt {RequestId} failed: {Family}, {Kind}, status {Status}")]
    public static partial void HuntFailed(ILogger log, Guid requestId, WireFamily family, FaultKind kind, int status);

    [LoggerMessage(1002, LogLevel.Information, "Hunt {RequestId} ended: its client left")]
    public static partial void ClientLeft(ILogger log, Guid requestId);

    [LoggerMessage(1010, LogLevel.Warning, "Request {RequestId} refused: {Family}, token {Refusal}")]
    public static partial void TokenRefused(ILogger log, Guid requestId, WireFamily family, TokenRefusal refusal);

    [LoggerMessage(1011, LogLevel.Warning, "Request {RequestId} refused: {Family}, tenant {TenantId}, application {AppId} lacks the permission")]
    public static partial void PermissionMissing(ILogger log, Guid requestId, WireFamily family, Guid tenantId, string appId);

    [LoggerMessage(1020, LogLevel.Information, "Token issued: tenant {TenantId}, application {AppId}, for {Family}")]
    public static partial void TokenIssued(ILogger log, Guid tenantId, string appId, WireFamily family);

    [LoggerMessage(1021, LogLevel.Warning, "Token request {RequestId} refused: AADSTS{Code}")]
    public static partial void TokenRequestRefused(ILogger log, Guid requestId, int code);

    [LoggerMessage(1030, LogLevel.Error, "Request {RequestId} met a fault of this server: {Fault}")]
    public static partial void UnexpectedFault(ILogger log, Guid requestId, string fault);

    [LoggerMessage(1040, LogLevel.Information, "Stopping: running hunts have {Seconds} s")]
    public static partial void Stopping(ILogger log, double seconds);

    [LoggerMessage(1041, LogLevel.Warning, "{Url} is plain http on an address others can reach: tokens can be read on the way")]
    public static partial void PlainHttp(ILogger log, string url);
}
