namespace Drever.Engine.Results;

/// <summary>Reads rows from RowBinaryWithNamesAndTypes without an object per cell: a row is a set of places in the chunk.</summary>
internal sealed class RowBinaryResult : IHuntingResult
{
    private readonly IChunkSource _source;
    private readonly CarryBuffer _carry = new();
    private readonly long _maxRows;
    private readonly long _maxBytes;
    private ResultColumn[] _columns = [];
    private int[] _starts = [];
    private int[] _lengths = [];
    private bool[] _nulls = [];
    private ReadOnlyMemory<byte> _chunk;
    private int _position;
    private long _rows;
    private long _bytes;
    private bool _ended;

    private RowBinaryResult(IChunkSource source, EngineLimits limits)
    {
        _source = source;
        _maxRows = limits.MaxRows ?? long.MaxValue;
        _maxBytes = limits.MaxResultBytes ?? long.MaxValue;
    }

    /// <summary>Reads the header; the source belongs to the result from here on, also when this fails.</summary>
    public static async Task<RowBinaryResult> OpenAsync(IChunkSource source, EngineLimits limits, CancellationToken cancellationToken)
    {
        var result = new RowBinaryResult(source, limits);
        try
        {
            await result.ReadHeaderAsync(cancellationToken);
            return result;
        }
        catch
        {
            await result.DisposeAsync();
            throw;
        }
    }

    public IReadOnlyList<ResultColumn> Columns => _columns;

    public ResourceUsage Usage => _source.Usage;

    public bool Truncated { get; private set; }

    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) =>
        !_ended && _rows < _maxRows && TryReadRow() ? ValueTask.FromResult(true) : ReadSlowlyAsync(cancellationToken);

    public Cell GetCell(int ordinal) =>
        new(_columns[ordinal].Type, _chunk.Span.Slice(_starts[ordinal], _lengths[ordinal]), _nulls[ordinal]);

    public async ValueTask DisposeAsync()
    {
        _ended = true;
        _chunk = default;
        _carry.Dispose();
        await _source.DisposeAsync();
    }

    private async ValueTask<bool> ReadSlowlyAsync(CancellationToken cancellationToken)
    {
        while (!_ended)
        {
            var full = _rows >= _maxRows;
            if (TryReadRow())
            {
                if (!full)
                    return true;
                Truncated = true;
                await DisposeAsync();
            }
            else if (!await MoreAsync(cancellationToken))
            {
                _ended = true;
                if (_position < _chunk.Length)
                    throw new EngineException(EngineErrorKind.Unavailable, "The engine's answer broke off in the middle of a row.");
            }
        }

        return false;
    }

    private bool TryReadRow()
    {
        var bytes = _chunk.Span;
        var position = _position;
        if (position >= bytes.Length)
            return false;
        for (var i = 0; i < _columns.Length; i++)
            if (!RowScanner.TryScan(_columns[i].Type, bytes, ref position, out _starts[i], out _lengths[i], out _nulls[i]))
                return false;

        _bytes += position - _position;
        _position = position;
        _rows++;
        if (_bytes > _maxBytes && _rows <= _maxRows)
            throw new EngineException(EngineErrorKind.ResultTooLarge, $"The result is larger than the {_maxBytes} bytes allowed.");
        return true;
    }

    /// <summary>Gets the next chunk behind what is left of this one; false at the end of the result.</summary>
    private async ValueTask<bool> MoreAsync(CancellationToken cancellationToken)
    {
        var left = _chunk.Length - _position;
        _carry.Keep(_chunk.Span[_position..]);
        var next = await _source.NextAsync(cancellationToken);
        _chunk = left == 0 && !next.IsEmpty ? next : _carry.Append(next.Span);
        _position = 0;
        return !next.IsEmpty;
    }

    private async Task ReadHeaderAsync(CancellationToken cancellationToken)
    {
        while (await MoreAsync(cancellationToken))
        {
            if (!RowBinaryHeader.TryRead(_chunk.Span, out _columns, out _position))
                continue;
            _starts = new int[_columns.Length];
            _lengths = new int[_columns.Length];
            _nulls = new bool[_columns.Length];
            return;
        }

        throw new EngineException(EngineErrorKind.Unavailable, "The engine's answer broke off before its columns were named.");
    }
}
