using System.Threading.Channels;
using Drever.Ingest.Rows;

namespace Drever.Ingest.Storing;

/// <summary>Stores batches behind the reading: a few at once, and a few waiting, so that memory stays bounded.</summary>
internal sealed class StoringQueue : IAsyncDisposable
{
    private const int Workers = 2;

    private readonly BatchStore _store;
    private readonly string _database;
    private readonly Channel<(TableRows Rows, RowBatch Batch)> _waiting = Channel.CreateBounded<(TableRows, RowBatch)>(Workers);
    private readonly CancellationTokenSource _stop;
    private readonly Task[] _workers;
    private long _stored;
    private long _duplicates;

    public StoringQueue(BatchStore store, string database, CancellationToken cancellationToken)
    {
        (_store, _database) = (store, database);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _workers = [.. Enumerable.Range(0, Workers).Select(_ => Task.Run(WorkAsync, CancellationToken.None))];
    }

    /// <summary>Rows stored and duplicates so far.</summary>
    public (long Stored, long Duplicates) Totals => (Interlocked.Read(ref _stored), Interlocked.Read(ref _duplicates));

    /// <summary>Hands the table's batch over; waits while the queue is full.</summary>
    public async ValueTask AddAsync(TableRows rows)
    {
        var batch = rows.TakeBatch();
        try
        {
            await _waiting.Writer.WriteAsync((rows, batch), _stop.Token);
        }
        catch (OperationCanceledException)
        {
            batch.Dispose();
            // A worker's failure says more than the cancellation that it caused.
            await Task.WhenAll(_workers);
            throw;
        }
    }

    /// <summary>Waits until all is stored.</summary>
    public async Task CompleteAsync()
    {
        _waiting.Writer.TryComplete();
        await Task.WhenAll(_workers);
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _stop.CancelAsync();
        await Task.WhenAll(_workers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task WorkAsync()
    {
        try
        {
            await foreach (var (rows, batch) in _waiting.Reader.ReadAllAsync(_stop.Token))
            {
                using (batch) // its buffers go back to the pool, where the next batch of any table finds them
                {
                    var existing = await _store.StoreAsync(_database, batch, _stop.Token);
                    Count(rows.Counts, batch.Ids.Count - existing, existing + batch.Duplicates);
                }
            }
        }
        catch
        {
            // The reader must not go on filling batches that nobody stores.
            await _stop.CancelAsync();
            throw;
        }
    }

    private void Count(TableCounts counts, int stored, int duplicates)
    {
        lock (counts)
        {
            counts.Stored += stored;
            counts.Duplicates += duplicates;
        }

        Interlocked.Add(ref _stored, stored);
        Interlocked.Add(ref _duplicates, duplicates);
    }
}
