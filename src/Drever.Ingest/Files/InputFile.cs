using System.IO.Compression;
using System.Text;

namespace Drever.Ingest.Files;

/// <summary>A file opened for reading: unpacked if it is gzip, as UTF-8 if it is UTF-16, without a byte order mark.</summary>
internal sealed class InputFile : IAsyncDisposable
{
    private const int SniffLength = 64;

    private readonly FileStream _file;

    private InputFile(FileStream file, Stream content, byte[] head) => (_file, Content, Head) = (file, content, head);

    /// <summary>From the first byte of the content on.</summary>
    public Stream Content { get; }

    /// <summary>The first bytes of the content.</summary>
    public byte[] Head { get; }

    /// <summary>Bytes read so far, as they lie on the disk.</summary>
    public long BytesRead => _file.Position;

    public static async Task<InputFile> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16, FileOptions.SequentialScan);
        try
        {
            var (head, raw) = await SniffAsync(file, cancellationToken);
            if (head is [0x1F, 0x8B, ..])
                (head, raw) = await SniffAsync(new GZipStream(raw, CompressionMode.Decompress), cancellationToken);
            var utf16 = head switch
            {
                [0xFF, 0xFE, ..] => Encoding.Unicode,
                [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
                _ => null,
            };
            if (utf16 is not null)
                (head, raw) = await SniffAsync(Encoding.CreateTranscodingStream(raw, utf16, Encoding.UTF8), cancellationToken);
            if (head is [0xEF, 0xBB, 0xBF, ..])
            {
                await raw.ReadExactlyAsync(new byte[3], cancellationToken);
                head = head[3..];
            }

            return new(file, raw, head);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        await _file.DisposeAsync();
    }

    private static async Task<(byte[] Head, Stream All)> SniffAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new byte[SniffLength];
        var length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return (head[..length], new PrefixedStream(head.AsMemory(0, length), stream));
    }
}
