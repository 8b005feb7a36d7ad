using System.Text;
using Drever.Ingest.Files;
using Drever.Ingest.Records;

namespace Drever.Ingest.Tests;

/// <summary>What a reader makes of a file, as text.</summary>
internal static class RecordingReader
{
    /// <summary>Each record as <c>Table{name=value,…}</c>, each rejection as <c>!line reason</c>.</summary>
    public static async Task<List<string>> ReadAsync(byte[] content, string? table = null, RecordLimits? limits = null, string name = "records.json")
    {
        var folder = Directory.CreateTempSubdirectory("drever-read-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, content);
            return await ReadFileAsync(path, table, limits ?? RecordLimits.Default);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static Task<List<string>> ReadAsync(string content, string? table = null, RecordLimits? limits = null, string name = "records.json") =>
        ReadAsync(Encoding.UTF8.GetBytes(content), table, limits, name);

    private static async Task<List<string>> ReadFileAsync(string path, string? table, RecordLimits limits)
    {
        await using var file = await InputFile.OpenAsync(path, CancellationToken.None);
        var (reader, problem) = RecordReaders.For(file, path, table, limits);
        if (reader is null)
            return [$"? {problem}"];
        await using (reader)
        {
            var read = new List<string>();
            var record = new Records.Record();
            while (true)
            {
                switch (await reader.ReadAsync(record, CancellationToken.None))
                {
                    case ReadOutcome.End: return read;
                    case ReadOutcome.Rejected: read.Add(FormattableString.Invariant($"!{reader.Rejection.Line} {reader.Rejection.Reason}")); break;
                    default: read.Add(Show(record)); break;
                }
            }
        }
    }

    private static string Show(Records.Record record)
    {
        var properties = Enumerable.Range(0, record.Count).Select(i =>
            $"{Encoding.UTF8.GetString(record.Name(i))}={(record.Kind(i) == FieldKind.Null ? "null" : Encoding.UTF8.GetString(record.Value(i)))}");
        return $"{record.Table}{{{string.Join(",", properties)}}}";
    }
}
