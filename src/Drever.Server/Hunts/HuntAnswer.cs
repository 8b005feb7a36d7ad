using Drever.Hunting;
using Drever.Wire;

namespace Drever.Server;

/// <summary>
/// Holds an answer's rows as the JSON they will be until the last one is there: only then is it sure that the call
/// succeeds, and only then are the figures known that come first in the body.
/// </summary>
internal sealed class HuntAnswer(IHuntingAnswer answer, AnswerWriter writer, AnswerBuffer rows)
{
    /// <summary>Bytes of the rows.</summary>
    public long Bytes => rows.Length;

    public long RowCount => writer.RowCount;

    /// <summary>Takes all rows in; a fault ends it early.</summary>
    public async Task<WireFault?> CollectAsync(CancellationToken cancellationToken)
    {
        var row = new AnswerRow(answer);
        while (await answer.ReadAsync(cancellationToken))
        {
            writer.WriteRow(rows, row);
            if (rows.Length > answer.MaxResultBytes)
                return new WireFault(FaultKind.ResultTooLarge, "");
            if (rows.OverMemory)
                return new WireFault(FaultKind.Unavailable, "The server holds too many answers now. Try again in a few minutes.") { RetryAfter = TimeSpan.FromMinutes(1) };
        }
        return answer.Error is { } error ? HuntingFaults.Of(error) : null;
    }

    public async Task SendAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        var stats = Stats();
        writer.WriteHead(response.BodyWriter, stats);
        await response.BodyWriter.FlushAsync(cancellationToken);
        await rows.SendAsync(response.Body, cancellationToken);
        writer.WriteTail(response.BodyWriter);
        await response.BodyWriter.FlushAsync(cancellationToken);
    }

    // the engine has no page cache of its own to report on
    private WireStats Stats()
    {
        var used = answer.Stats;
        return new WireStats(
            used.Execution, default, default, used.CpuUser, used.CpuKernel, used.PeakMemoryBytes, writer.RowCount, writer.TableSize);
    }
}
