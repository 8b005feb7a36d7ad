using System.Text;
using Drever.Ingest.Files;
using Drever.Ingest.Json;
using Drever.Ingest.Records;

namespace Drever.Ingest.Csv;

/// <summary>Rows of one table as CSV; the first row has the column names. An empty cell is null.</summary>
internal sealed class CsvRecordReader(Stream stream, byte delimiter, string table, RecordLimits limits) : IRecordReader
{
    private const int ExcerptLength = 160;

    private readonly InputBuffer _input = new(stream, limits.MaxRecordBytes);
    private readonly CsvRow _row = new(delimiter);
    private byte[][]? _names;

    public Rejection Rejection { get; private set; }

    public long Line { get; private set; }

    /// <summary>The most frequent of comma, semicolon and tab in the first line.</summary>
    public static byte Delimiter(ReadOnlySpan<byte> firstLine)
    {
        var best = (byte)',';
        foreach (var candidate in ",;\t"u8)
        {
            if (firstLine.Count(candidate) > firstLine.Count(best))
                best = candidate;
        }

        return best;
    }

    public async ValueTask<ReadOutcome> ReadAsync(Record record, CancellationToken cancellationToken)
    {
        while (true)
        {
            _input.Use(_input.Unused.Length - _input.Unused.TrimStart("\r\n"u8).Length);
            if (_input.Unused.IsEmpty && _input.IsFinal)
                return ReadOutcome.End;
            if (!_input.Unused.IsEmpty && _row.TryScan(_input.Unused, _input.IsFinal, out var used))
            {
                Line = _input.Line;
                if (_names is not null)
                    return Read(record, used);
                _names = Names();
                _input.Use(used);
            }
            else if (_input.IsFull || _input.IsFinal)
            {
                Line = _input.Line;
                Reject(_input.IsFull ? FormattableString.Invariant($"a row larger than the limit of {limits.MaxRecordBytes} bytes") : "a quote that is not closed");
                SkipLine();
                return ReadOutcome.Rejected;
            }
            else
                await _input.FillAsync(cancellationToken);
        }
    }

    public ValueTask DisposeAsync()
    {
        _input.Dispose();
        return stream.DisposeAsync();
    }

    private byte[][] Names()
    {
        var names = new byte[_row.Count][];
        for (var i = 0; i < names.Length; i++)
        {
            var text = new byte[_row.Length(i)];
            names[i] = text.AsSpan(0, _row.Copy(_input.Unused, i, text)).Trim(" \t"u8).ToArray();
        }

        return names;
    }

    private ReadOutcome Read(Record record, int used)
    {
        var outcome = _names!.Length > limits.MaxProperties ? Reject(FormattableString.Invariant($"more than {limits.MaxProperties} columns"))
            : _row.Count != _names.Length ? Reject(FormattableString.Invariant($"{_row.Count} cells where the first line has {_names.Length}"))
            : ReadOutcome.Record;
        if (outcome == ReadOutcome.Record)
            Fill(record);
        _input.Use(used);
        return outcome;
    }

    private void Fill(Record record)
    {
        record.Clear();
        record.Table = table;
        var text = new byte[64];
        for (var i = 0; i < _names!.Length; i++)
        {
            if (_row.Length(i) > text.Length)
                text = new byte[_row.Length(i) * 2];
            var cell = text.AsSpan(0, _row.Copy(_input.Unused, i, text));
            record.End(FieldKind.Text, JsonText.CopyValid(cell, record.Start(_names[i], JsonText.MaxLength(cell.Length))));
        }
    }

    private ReadOutcome Reject(string reason)
    {
        var line = FirstLine(_input.Unused);
        Rejection = new(Line, reason, Encoding.UTF8.GetString(line[..Math.Min(line.Length, ExcerptLength)]).TrimEnd());
        return ReadOutcome.Rejected;
    }

    private void SkipLine() => _input.Use(Math.Min(FirstLine(_input.Unused).Length + 1, _input.Unused.Length));

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        return end < 0 ? text : text[..end];
    }
}
