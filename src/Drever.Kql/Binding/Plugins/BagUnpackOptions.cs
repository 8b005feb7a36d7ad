using System.Collections.Immutable;
using System.Text.Json;

namespace Drever.Kql.Binding;

internal enum ColumnsConflict
{
    Error,
    ReplaceSource,
    KeepSource,
}

/// <summary>The options of <c>bag_unpack</c>, by name or in their places. Source: Kusto reference, "bag_unpack plugin".</summary>
internal sealed record BagUnpackOptions(string Prefix, ColumnsConflict Conflict, ImmutableHashSet<string> Ignored)
{
    /// <summary>Null where an option has a value that it can't have; <paramref name="mistake"/> says which.</summary>
    public static BagUnpackOptions? Read(PluginCall call, out string mistake)
    {
        mistake = "";
        var prefix = Text(call.Option(1, "column_prefix"));
        ColumnsConflict? conflict = Text(call.Option(2, "columnsConflict")) switch
        {
            "" or "error" => ColumnsConflict.Error,
            "replace_source" => ColumnsConflict.ReplaceSource,
            "keep_source" => ColumnsConflict.KeepSource,
            _ => null,
        };
        var ignored = Names(call.Option(3, "ignoredProperties"));
        if (prefix is null)
            mistake = "bag_unpack(): the prefix of the columns must be a literal string.";
        else if (conflict is null)
            mistake = "bag_unpack(): columnsConflict must be 'error', 'replace_source' or 'keep_source'.";
        else if (ignored is null)
            mistake = "bag_unpack(): ignoredProperties must be a literal array of strings: dynamic(['a', 'b']).";
        return mistake.Length > 0 ? null : new(prefix!, conflict!.Value, ignored!);
    }

    /// <summary>Empty where the option is not given, null where it is no literal.</summary>
    private static string? Text(BoundExpression? option) => option switch
    {
        null => "",
        BoundLiteral { Value: string text } => text,
        BoundLiteral { Value: null } => "",
        _ => null,
    };

    private static ImmutableHashSet<string>? Names(BoundExpression? option)
    {
        if (option is null or BoundLiteral { Value: null })
            return [];
        if (option is not BoundLiteral { Value: KqlJson json })
            return null;
        try
        {
            using var parsed = JsonDocument.Parse(json.Text);
            if (parsed.RootElement.ValueKind != JsonValueKind.Array || parsed.RootElement.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.String))
                return null;
            return parsed.RootElement.EnumerateArray().Select(e => e.GetString()!).ToImmutableHashSet(StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
