using Drever.Ingest.Csv;
using Drever.Ingest.Json;
using Drever.Ingest.Records;

namespace Drever.Ingest.Files;

/// <summary>Chooses the reader for a file's content.</summary>
internal static class RecordReaders
{
    /// <summary>A reader, or the reason why the file can't be read.</summary>
    public static (IRecordReader? Reader, string? Problem) For(InputFile file, string path, string? table, RecordLimits limits) => file.Head switch
    {
        [(byte)'E', (byte)'l', (byte)'f', (byte)'F', (byte)'i', (byte)'l', (byte)'e', ..] => (null, "a Windows event log (EVTX); this version does not read it"),
        [(byte)'P', (byte)'K', 3, 4, ..] => (null, "a ZIP archive; unpack it first"),
        _ when IsBinary(file.Head) => (null, "neither JSON nor CSV"),
        _ when IsJson(file.Head) => (Json(file, path, table, limits), null),
        _ when table is not null => (new CsvRecordReader(file.Content, CsvRecordReader.Delimiter(FirstLine(file.Head)), table, limits), null),
        // A damaged export is read line by line, so that what is good in it goes in.
        _ => (Json(file, path, table, limits), null),
    };

    private static JsonRecordReader Json(InputFile file, string path, string? table, RecordLimits limits) =>
        new(file.Content, new RecordParser(isEnvelope: table is null, table ?? TableNames.FromPath(path), limits), limits);

    private static bool IsJson(ReadOnlySpan<byte> head) => head.TrimStart(" \t\r\n\u001E"u8) is [(byte)'{' or (byte)'[', ..];

    private static bool IsBinary(ReadOnlySpan<byte> head) => head.Contains((byte)0);

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        return end < 0 ? head : head[..end];
    }
}
