using System.Buffers;
using System.Text;
using Drever.Ingest.Files;
using Drever.Ingest.Records;

namespace Drever.Ingest.Json;

/// <summary>
/// Records as JSON: one a line, pretty-printed, one after the other, in an array, or in a wrapper <c>{"records":[…]}</c>.
/// Memory is bounded by the largest record that is allowed. After something that is no JSON it goes on with the next line.
/// </summary>
internal sealed class JsonRecordReader(Stream stream, RecordParser parser, RecordLimits limits) : IRecordReader
{
    private const int ExcerptLength = 160;

    private static readonly SearchValues<byte> BetweenRecords = SearchValues.Create(" \t\r\n\u001E,[]}"u8);

    private readonly InputBuffer _input = new(stream, limits.MaxRecordBytes);

    public Rejection Rejection { get; private set; }

    public long Line { get; private set; }

    public async ValueTask<ReadOutcome> ReadAsync(Record record, CancellationToken cancellationToken)
    {
        while (true)
        {
            SkipBetweenRecords();
            if (_input.Unused.IsEmpty)
            {
                if (_input.IsFinal)
                    return ReadOutcome.End;
                await _input.FillAsync(cancellationToken);
                continue;
            }

            switch (Parse(record))
            {
                case ParseOutcome.Record: return ReadOutcome.Record;
                case ParseOutcome.Wrapper: break;
                case ParseOutcome.Refused: return ReadOutcome.Rejected;
                case ParseOutcome.Malformed:
                    await SkipLinesAsync(toNextObject: parser.LinesBeforeError > 0, cancellationToken);
                    return ReadOutcome.Rejected;
                case ParseOutcome.NeedsMore when _input.IsFull:
                    Reject(_input.Unused, FormattableString.Invariant($"larger than the limit of {limits.MaxRecordBytes} bytes"));
                    await SkipLinesAsync(toNextObject: _input.Unused.Contains((byte)'\n'), cancellationToken);
                    return ReadOutcome.Rejected;
                default:
                    await _input.FillAsync(cancellationToken);
                    break;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _input.Dispose();
        return stream.DisposeAsync();
    }

    /// <summary>Passes what stands between records: blanks, the separator of JSON sequences, and the commas and brackets of arrays and wrappers.</summary>
    private void SkipBetweenRecords()
    {
        var next = _input.Unused.IndexOfAnyExcept(BetweenRecords);
        _input.Use(next < 0 ? _input.Unused.Length : next);
    }

    private ParseOutcome Parse(Record record)
    {
        Line = _input.Line;
        var data = _input.Unused;
        var outcome = parser.Parse(data, _input.IsFinal, record, out var used);
        if (outcome == ParseOutcome.Malformed)
            Reject(data, parser.Reason);
        else if (outcome == ParseOutcome.Refused)
            Reject(data[..used], parser.Reason);
        if (outcome is ParseOutcome.Record or ParseOutcome.Wrapper or ParseOutcome.Refused)
            _input.Use(used);
        return outcome;
    }

    /// <summary>Passes the line that went wrong and, where the record had begun to span lines, those up to one that begins with a brace.</summary>
    private async ValueTask SkipLinesAsync(bool toNextObject, CancellationToken cancellationToken)
    {
        var isLineStart = false;
        while (true)
        {
            if (_input.Unused.IsEmpty)
            {
                if (_input.IsFinal)
                    return;
                await _input.FillAsync(cancellationToken);
                continue;
            }

            if (isLineStart && (!toNextObject || BeginsObject(_input.Unused)))
                return;
            var newline = _input.Unused.IndexOf((byte)'\n');
            isLineStart = newline >= 0;
            _input.Use(isLineStart ? newline + 1 : _input.Unused.Length);
        }
    }

    private static bool BeginsObject(ReadOnlySpan<byte> text) => text.TrimStart(" \t"u8) is [(byte)'{', ..];

    private void Reject(ReadOnlySpan<byte> piece, string reason)
    {
        var line = piece.IndexOf((byte)'\n');
        var excerpt = piece[..Math.Min(line < 0 ? piece.Length : line, ExcerptLength)];
        Rejection = new(Line, reason, Encoding.UTF8.GetString(excerpt).TrimEnd());
    }
}
