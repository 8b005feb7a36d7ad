using System.Buffers;

namespace Drever.Server;

/// <summary>Reads a request's body up to a limit.</summary>
internal static class BodyReader
{
    private const int FirstSize = 4096;

    /// <summary>The body in a pooled array, or null when it is longer than <paramref name="maxBytes"/>.</summary>
    public static async Task<PooledBody?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
            return null;
        var bytes = ArrayPool<byte>.Shared.Rent((int)(request.ContentLength + 1 ?? FirstSize));
        var length = 0;
        while (true)
        {
            if (length == bytes.Length)
                bytes = Grown(bytes);
            var read = await request.Body.ReadAsync(bytes.AsMemory(length), cancellationToken);
            length += read;
            if (read == 0)
                return new PooledBody(bytes, length);
            if (length > maxBytes)
            {
                ArrayPool<byte>.Shared.Return(bytes);
                return null;
            }
        }
    }

    private static byte[] Grown(byte[] bytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
        bytes.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(bytes);
        return larger;
    }
}

/// <summary>A body that gives its array back.</summary>
internal sealed class PooledBody(byte[] bytes, int length) : IDisposable
{
    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);
}
