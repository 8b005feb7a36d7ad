using System.Security.Cryptography;
using System.Text;

namespace Drever.Ingest.Demo.World;

/// <summary>A program file. Its hashes follow from its name and version: the same file has the same hashes everywhere.</summary>
internal sealed record DemoProgram(string FileName, string Folder, string Publisher, string Product, string Version, string Description)
{
    public string Path => $"{Folder}\\{FileName}";

    public string Sha256 { get; } = Hash(SHA256.HashData, FileName, Version);

    /// <summary>Only shaped like one: the first 40 digits of another SHA-256.</summary>
    public string Sha1 { get; } = Hash(SHA256.HashData, FileName, Version + " sha1")[..40];

    public string Md5 { get; } = Hash(SHA256.HashData, FileName, Version + " md5")[..32];

    public long Size { get; } = 20_000 + (Hash(SHA256.HashData, FileName, Version).Sum(c => c) * 613L % 4_000_000);

    public bool IsSigned => Publisher.Length > 0;

    private static string Hash(Func<byte[], byte[]> hash, string name, string version) =>
        Convert.ToHexStringLower(hash(Encoding.UTF8.GetBytes($"{name} {version}")));
}
