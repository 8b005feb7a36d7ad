using Drever.Wire;

namespace Drever.Server;

/// <summary>
/// The outermost step: whatever goes wrong behind it becomes JSON of the request's family, and so does an answer that
/// ASP.NET leaves empty (no such path, wrong method).
/// </summary>
internal sealed class ErrorBoundary(FaultWriter faults, ShutdownSignal shutdown, ILogger<ErrorBoundary> log) : IMiddleware
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted && IsEmptyError(context.Response))
                await WriteAsync(context, OfStatus(context));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            ServerLog.ClientLeft(log, RequestIds.Of(context).RequestId);
        }
        catch (OperationCanceledException) when (shutdown.Token.IsCancellationRequested)
        {
            await WriteAsync(context, new WireFault(FaultKind.Unavailable, "The server is stopping. Try again in a few minutes."));
        }
        catch (BadHttpRequestException bad)
        {
            await WriteAsync(context, OfBadRequest(bad));
        }
#pragma warning disable CA1031 // the last line of defence: nothing may leave as anything but the family's JSON
        catch (Exception fault)
#pragma warning restore CA1031
        {
            ServerLog.UnexpectedFault(log, RequestIds.Of(context).RequestId, FaultText.Of(fault));
            await WriteAsync(context, new WireFault(FaultKind.Internal, ""));
        }
    }

    private async Task WriteAsync(HttpContext context, WireFault fault)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }
        var allow = context.Response.Headers.Allow;
        context.Response.Clear();
        if (allow.Count > 0)
            context.Response.Headers.Allow = allow;
        await faults.WriteAsync(context, Families.Of(context), fault);
    }

    private static bool IsEmptyError(HttpResponse response) =>
        response is { StatusCode: >= 400, ContentType: null };

    private static WireFault OfBadRequest(BadHttpRequestException bad) => bad.StatusCode == StatusCodes.Status413PayloadTooLarge
        ? new WireFault(FaultKind.BodyTooLarge, "The request body is too large. Shorten the query.")
        : new WireFault(FaultKind.InvalidBody, "The request could not be read to its end. Send it again.");

    private static WireFault OfStatus(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status405MethodNotAllowed => new WireFault(FaultKind.MethodNotAllowed, "Specified HTTP method is not allowed for the request target."),
        StatusCodes.Status404NotFound => new WireFault(FaultKind.NotFound, NotFoundText.Of(context.Request.Path)),
        StatusCodes.Status400BadRequest or StatusCodes.Status415UnsupportedMediaType =>
            new WireFault(FaultKind.InvalidBody, "The request can't be understood. Send a JSON object with the KQL text in 'query'."),
        _ => new WireFault(FaultKind.Internal, ""),
    };
}
