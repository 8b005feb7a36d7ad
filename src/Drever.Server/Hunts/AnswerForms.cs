using Drever.Wire;

namespace Drever.Server;

/// <summary>The form of an answer that the request asks for.</summary>
internal static class AnswerForms
{
    private const string Metadata = "#microsoft.graph.security.huntingQueryResults";

    private static readonly string[] OtherClouds = ["graph.microsoft.us", "dod-graph.microsoft.us"];

    public static AnswerForm Of(HttpRequest request, HuntingRoute route, bool usesLegacyTables)
    {
        if (route.GraphVersion is not { } version)
            return new AnswerForm(LegacyDates: usesLegacyTables && route.Family == WireFamily.Mde);
        return new AnswerForm(PlainGraph: WantsPlain(request.Headers.Accept), GraphContext: $"https://{Cloud(request.Host.Host)}/{version}/$metadata{Metadata}");
    }

    // the context names the public cloud that is called; any other address stands for the global one
    private static string Cloud(string host) =>
        OtherClouds.FirstOrDefault(c => c.Equals(host, StringComparison.OrdinalIgnoreCase)) ?? "graph.microsoft.com";

    private static bool WantsPlain(IReadOnlyList<string?> accept) =>
        accept.Any(value => value is not null && value
            .Split([';', ','], StringSplitOptions.TrimEntries)
            .Any(part => part.Replace(" ", "", StringComparison.Ordinal).Equals("odata.metadata=none", StringComparison.OrdinalIgnoreCase)));
}
