using Drever.Hunting;
using Drever.Wire;
using Microsoft.AspNetCore.Http.Features;

namespace Drever.Server;

/// <summary>Either a hunt or what is wrong with the request.</summary>
internal readonly record struct HuntReading(HuntingRequest? Request, WireFault? Fault)
{
    public static implicit operator HuntReading(WireFault fault) => new(null, fault);
}

/// <summary>Makes a hunt from an HTTP request.</summary>
internal sealed class HuntReader(HuntingServerOptions options, TimeProvider time)
{
    public async Task<HuntReading> ReadAsync(HttpContext http, WireFamily family, CancellationToken cancellationToken)
    {
        if (MediaType.Check(http.Request.ContentType) is { } charset)
            return charset;
        var limits = options.Requests;
        using var body = await BodyReader.ReadAsync(http.Request, limits.MaxBytes, cancellationToken);
        if (body is null)
            return new WireFault(FaultKind.BodyTooLarge, RequestReader.TooLarge(limits.MaxBytes));
        var reading = RequestReader.Read(body.Bytes, family, limits);
        return reading.Request is { } request ? Hunt(http, family, request) : reading.Fault!;
    }

    private HuntReading Hunt(HttpContext http, WireFamily family, WireRequest request)
    {
        var window = default(TimeWindow?);
        if (request.Timespan is { } timespan)
        {
            var reading = WireTimespan.Parse(timespan, time.GetUtcNow());
            if (reading.Fault is { } fault)
                return fault;
            window = new TimeWindow(reading.Window!.Value.StartUtc, reading.Window!.Value.EndUtc);
        }
        var caller = http.Features.GetRequiredFeature<Caller>();
        var hunt = new HuntingRequest(request.Query, window, caller, Family(family)) { CorrelationId = RequestIds.Of(http).RequestId };
        return new HuntReading(hunt, null);
    }

    private static HuntingFamily Family(WireFamily family) => family switch
    {
        WireFamily.Mde => HuntingFamily.Mde,
        WireFamily.M365d => HuntingFamily.M365d,
        _ => HuntingFamily.Graph,
    };
}
