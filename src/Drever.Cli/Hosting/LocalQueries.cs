using Drever.Hunting;
using Drever.Wire;

namespace Drever.Cli.Hosting;

/// <summary>Runs queries on a data directory as its owner: no API limits, and all the data unless a window is given.</summary>
internal sealed class LocalQueries(Installation installation, Tenant tenant)
{
    public async Task<HuntingOutcome> RunAsync(string kql, string? timespan, CancellationToken cancel)
    {
        TimeWindow? window = null;
        if (timespan is not null)
        {
            var reading = WireTimespan.Parse(timespan, installation.Time.GetUtcNow());
            if (reading.Window is not { } span)
                return HuntingOutcome.Failed(new(HuntingErrorKind.Runtime, reading.Fault!.Message));
            window = new TimeWindow(span.StartUtc, span.EndUtc);
        }

        return await installation.Hunting.RunAsync(new HuntingRequest(kql, window, Caller.LocalOwner(tenant.Id), HuntingFamily.Local), cancel);
    }
}
