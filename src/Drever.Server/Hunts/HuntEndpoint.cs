using System.Globalization;
using Drever.Hunting;
using Drever.Wire;

namespace Drever.Server;

/// <summary>One hunt over HTTP: read, run, hold the rows, send. Nothing is sent before it is sure that all can be.</summary>
internal sealed class HuntEndpoint(
    IHuntingService hunting,
    HuntReader reader,
    AnswerMemory memory,
    FaultWriter faults,
    ShutdownSignal shutdown,
    TimeProvider time,
    ILogger<HuntEndpoint> log)
{
    /// <summary>Says that the row limit cut the answer; the public services cut in silence.</summary>
    public const string TruncatedHeader = "x-drever-truncated";

    public async Task HuntAsync(HttpContext http, HuntingRoute route)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, shutdown.Token);
        if (await TryAsync(http, route, ending.Token) is not { } fault)
            return;
        if (fault.Kind == FaultKind.Internal)
            ServerLog.UnexpectedFault(log, RequestIds.Of(http).RequestId, fault.Message);
        var status = await faults.WriteAsync(http, route.Family, fault);
        ServerLog.HuntFailed(log, RequestIds.Of(http).RequestId, route.Family, fault.Kind, status);
    }

    private async Task<WireFault?> TryAsync(HttpContext http, HuntingRoute route, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var reading = await reader.ReadAsync(http, route.Family, cancellationToken);
        if (reading.Request is not { } request)
            return reading.Fault;
        var outcome = await hunting.RunAsync(request, cancellationToken);
        if (outcome.Answer is not { } answer)
            return HuntingFaults.Of(outcome.Error!);
        await using (answer)
        {
            using var rows = new AnswerBuffer(memory);
            var form = AnswerForms.Of(http.Request, route, answer.UsesLegacyTables);
            var held = new HuntAnswer(answer, AnswerWriter.For(route.Family, AnswerRow.Columns(answer), form), rows);
            if (await held.CollectAsync(cancellationToken) is { } fault)
                return fault;
            SetHeaders(http, route, answer, held);
            await held.SendAsync(http.Response, http.RequestAborted);
            ServerLog.HuntAnswered(
                log, request.CorrelationId, route.Family, request.Caller.TenantId, request.Caller.AppId,
                held.RowCount, held.Bytes, (long)time.GetElapsedTime(started).TotalMilliseconds, answer.Truncated);
        }
        return null;
    }

    private static void SetHeaders(HttpContext http, HuntingRoute route, IHuntingAnswer answer, HuntAnswer held)
    {
        http.Response.ContentType = JsonTypes.Of(route.Family);
        RequestIds.SetHeaders(http, route.Family);
        if (answer.Truncated)
            http.Response.Headers[TruncatedHeader] = string.Create(CultureInfo.InvariantCulture, $"rows; limit={held.RowCount}");
    }
}
