namespace Drever.Engine.Results;

/// <summary>
/// Where the bytes of a result come from: one document of RowBinaryWithNamesAndTypes in pieces of any size.
/// Disposing ends the query, if it is not over.
/// </summary>
internal interface IChunkSource : IAsyncDisposable
{
    /// <summary>The next piece, valid until the next call; empty at the end.</summary>
    ValueTask<ReadOnlyMemory<byte>> NextAsync(CancellationToken cancellationToken);

    ResourceUsage Usage { get; }
}
