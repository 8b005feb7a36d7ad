using System.Collections.Frozen;

namespace Drever.Kql.Syntax.Lexing;

/// <summary>The reserved words of KQL as data. Case counts: <c>WHERE</c> is a name.</summary>
internal static class Keywords
{
    private const string Anywhere =
        "access alias bin consume count database declare default distinct entity_group evaluate extend dataformat inline_external_table " +
        "datetime_pattern facet filter fork from getschema edges id best_effort join let limit lookup mvapply mvexpand nodes null nulls on " +
        "optional order output pack parse __partitionby partition pattern plotly graph query_parameters range reduce regex render restrict " +
        "scan serialize sort step summarize take top typeof uuid view with with_node_id bool guid";

    private const string Declarable =
        "accumulate as by contains datatable earliest externaldata find has in invoke latest materialize mdm of print sample sample-distinct " +
        "search set sql title to toscalar totable top-nested top-hitters verbose viewers where";

    private const string Referable = "kind withsource with_source";

    private const string Reserved =
        "__crossCluster __crossDB __id __isFuzzy __noWithSource __packedColumn __sourceColumnIndex 3Dchart and anomalychart areachart asc " +
        "assert-schema bagexpansion barchart between bin_legacy cachingpolicy callout cancel card columnchart commands-and-queries containscs " +
        "contains_cs __contextual_datatable cycles dataexport datascope decodeblocks desc encodingpolicy endswith endswith_cs " +
        "__executeAndCache expandoutput extent_tags_retention external_data first flags granny-asc granny-desc graph-match " +
        "graph-shortest-paths graph-to-table harddelete hardretention has_any has_all has_cs hasprefix hasprefix_cs hassuffix hassuffix_cs " +
        "hint.concurrency hint.distribution hint.materialized hint.num_partitions hint.shufflekey hint.spread hint.remote hint.strategy " +
        "hint.progressive_top hotcache in~ isfuzzy force_remote journal ladderchart last like likecs linechart macro-expand make-graph " +
        "graph-mark-components graph-where-nodes graph-where-edges make-series materialized-view-combine materialized-views missing mv-apply " +
        "mv-expand nooptimization !between notcontains notcontainscs !contains !contains_cs !endswith !endswith_cs !has !has_cs !hasprefix " +
        "!hasprefix_cs !hassuffix !hassuffix_cs !in !in~ notlike notlikecs !startswith !startswith_cs or others parse-where parse-kv " +
        "partitioned-by pathformat piechart pivotchart project project-away project-by-names __projectAway project-keep project-rename " +
        "project-reorder project-smart queries query_results relaxed restricted_view_access row_level_security rowstore rowstore_references " +
        "rowstore_sealinfo rowstorepolicy rowstores scatterchart seal seals set-or-append set-or-replace shards simple softdelete " +
        "softretention stackedareachart startswith startswith_cs statistics storedqueryresultcontainers tablepurge timechart timeline " +
        "timepivot treemap union unrestrictedviewers views with_itemindex with_match_id with_step_name writeaheadlog boolean int8 char uint8 " +
        "byte int16 uint16 int int32 uint uint32 long int64 ulong uint64 float real decimal double string time timespan date datetime " +
        "uniqueid dynamic";

    private static readonly FrozenDictionary<string, Keyword[]> ByFirstWord = BuildTable();

    /// <summary>The keywords that begin with a run of name characters (or with <c>!</c> and such a run), longest first.</summary>
    public static bool TryGet(ReadOnlySpan<char> firstWord, out Keyword[] candidates)
    {
        var found = ByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(firstWord, out var value);
        candidates = value ?? [];
        return found;
    }

    private static FrozenDictionary<string, Keyword[]> BuildTable()
    {
        var keywords = All(Anywhere, NameUse.Anywhere)
            .Concat(All(Declarable, NameUse.Declaration))
            .Concat(All(Referable, NameUse.Reference))
            .Concat(All(Reserved, NameUse.Never))
            .Append(new Keyword("matches regex", NameUse.Never, TokenKind.Bad));
        return keywords
            .GroupBy(static k => FirstWord(k.Text), StringComparer.Ordinal)
            .ToFrozenDictionary(static g => g.Key, static g => g.OrderByDescending(static k => k.Text.Length).ToArray(), StringComparer.Ordinal);
    }

    private static IEnumerable<Keyword> All(string words, NameUse use) =>
        words.Split(' ').Select(text => new Keyword(text, use, LiteralKindOf(text)));

    private static string FirstWord(string text)
    {
        var length = 1;
        while (length < text.Length && CharFacts.IsNamePart(text[length]))
            length++;
        return text[..length];
    }

    private static TokenKind LiteralKindOf(string text) => text switch
    {
        "bool" => TokenKind.TypedBool,
        "int" or "int32" => TokenKind.TypedInt,
        "long" or "int64" => TokenKind.TypedLong,
        "real" or "double" => TokenKind.TypedReal,
        "decimal" => TokenKind.TypedDecimal,
        "datetime" or "date" => TokenKind.TypedDateTime,
        "timespan" or "time" => TokenKind.TypedTimeSpan,
        "guid" => TokenKind.TypedGuid,
        _ => TokenKind.Bad,
    };
}
