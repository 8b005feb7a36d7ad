using System.Collections.Frozen;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>What the value of an operator parameter may be.</summary>
internal enum ParameterValue
{
    /// <summary>A literal, a word or a bracketed name. The binder looks closer.</summary>
    Any,

    /// <summary>A new name, or any of the above.</summary>
    NewName,

    /// <summary>A column, or any of the above.</summary>
    Column,

    /// <summary>Columns up to the next parameter.</summary>
    Columns,

    /// <summary>A literal, a call or a path that gives text.</summary>
    Text,

    /// <summary>A number that counts as real.</summary>
    Real,
}

/// <summary>The parameters by their names, as data.</summary>
internal static class ParameterFacts
{
    /// <summary>Taken by every operator that takes parameters at all; the binder warns where one does not belong.</summary>
    public static readonly FrozenDictionary<string, ParameterValue> Known = Table(
        "bagexpansion bin_legacy __crossCluster __crossDB cycles decodeblocks expandoutput force_remote hint.concurrency hint.distribution " +
        "hint.materialized hint.num_partitions hint.pass_filters hint.progressive_top hint.remote hint.spread hint.strategy __id isfuzzy " +
        "__isFuzzy kind __noWithSource __sourceColumnIndex",
        newNames: "with_match_id with_itemindex withsource with_source with_step_name",
        columns: "hint.pass_filters_column hint.shufflekey __packedColumn");

    public static readonly FrozenDictionary<string, ParameterValue> None = Table("");
    public static readonly FrozenDictionary<string, ParameterValue> Union = Table("best_effort");
    public static readonly FrozenDictionary<string, ParameterValue> Parse = Table("flags");
    public static readonly FrozenDictionary<string, ParameterValue> ShortestPaths = Table("output");
    public static readonly FrozenDictionary<string, ParameterValue> MarkComponents = Table("", newNames: "with_component_id");
    public static readonly FrozenDictionary<string, ParameterValue> TableNodes = Table("", newNames: "with_node_id");
    public static readonly FrozenDictionary<string, ParameterValue> TableEdges = Table("", newNames: "with_source_id with_target_id");
    public static readonly FrozenDictionary<string, ParameterValue> Reduce = Table("threshold characters");
    public static readonly FrozenDictionary<string, ParameterValue> ParseKv = Table("pair_delimiter kv_delimiter regex quote escape greedy");
    public static readonly FrozenDictionary<string, ParameterValue> Render = Table(
        "kind accumulate xaxis yaxis legend ysplit xmin xmax",
        columns: "xcolumn",
        columnLists: "ycolumns anomalycolumns series",
        texts: "title xtitle ytitle",
        reals: "ymin ymax");

    /// <summary>Reserved words that some parameter has as its value.</summary>
    public static readonly FrozenSet<string> ReservedValues = FrozenSet.ToFrozenSet(["simple", "relaxed", "nooptimization"], StringComparer.Ordinal);

    /// <summary>What <c>render</c> draws.</summary>
    public static readonly string[] Charts =
    [
        "table", "list", "barchart", "piechart", "ladderchart", "timechart", "linechart", "anomalychart", "pivotchart", "areachart",
        "stackedareachart", "scatterchart", "timepivot", "columnchart", "timeline", "3Dchart", "card", "treemap", "plotly", "graph", "sankey",
    ];

    private static FrozenDictionary<string, ParameterValue> Table(
        string any, string newNames = "", string columns = "", string columnLists = "", string texts = "", string reals = "")
    {
        var table = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        Add(any, ParameterValue.Any);
        Add(newNames, ParameterValue.NewName);
        Add(columns, ParameterValue.Column);
        Add(columnLists, ParameterValue.Columns);
        Add(texts, ParameterValue.Text);
        Add(reals, ParameterValue.Real);
        return table.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string names, ParameterValue value)
        {
            foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                table.Add(name, value);
        }
    }
}
