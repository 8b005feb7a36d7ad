using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Drever.Server;

/// <summary>HTTP's <c>deflate</c> (the zlib format), which the Defender APIs were seen to use; ASP.NET brings the others.</summary>
internal sealed class DeflateCompressionProvider : ICompressionProvider
{
    public string EncodingName => "deflate";

    public bool SupportsFlush => true;

    public Stream CreateStream(Stream outputStream) => new ZLibStream(outputStream, CompressionLevel.Fastest, leaveOpen: true);
}
