using System.Text;

namespace Drever.Ingest.Json;

/// <summary>The table in an envelope's category.</summary>
internal static class TableNames
{
    private static ReadOnlySpan<byte> Prefix => "AdvancedHunting-"u8;

    private static ReadOnlySpan<char> Container => "insights-logs-advancedhunting-";

    /// <summary><c>AdvancedHunting-DeviceEvents</c> or a bare table name.</summary>
    public static string FromCategory(ReadOnlySpan<byte> category)
    {
        if (category.Length > Prefix.Length && Ascii.EqualsIgnoreCase(category[..Prefix.Length], Prefix))
            category = category[Prefix.Length..];
        return Encoding.UTF8.GetString(category);
    }

    /// <summary>The table of a file in the export's storage layout, in lower case; null for any other path.</summary>
    public static string? FromPath(string path)
    {
        foreach (var part in path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar))
        {
            if (part.AsSpan().StartsWith(Container, StringComparison.OrdinalIgnoreCase))
                return part[Container.Length..];
        }

        return null;
    }
}
