namespace Drever.Engine.Embedded;

/// <summary>The settings a hunt runs with. The order matters in one place only: readonly comes last, nothing can be set after it.</summary>
internal static class HuntSettings
{
    /// <summary>What every hunt gets, whatever its limits; the query compiler relies on these.</summary>
    private static readonly EngineSetting[] Always =
    [
        new("date_time_output_format", "iso"),
        new("session_timezone", "UTC"),
        new("output_format_json_escape_forward_slashes", "0"), // toJSONString() writes what JSONExtractRaw() gives, so equal dynamics are equal texts
        new("join_use_nulls", "0"), // a missing side gives '' for texts; the compiler makes all else nullable
        new("enable_positional_arguments", "0"), // ORDER BY 1 is a constant, not a place in the select list
        new("transform_null_in", "0"),
        new("enable_materialized_cte", "1"), // KQL materialize()
        new("prefer_column_name_to_alias", "1"), // extend x = f(x) reads the column, not itself
        new("use_text_index_like_evaluation_by_dictionary_scan", "0"), // slows ILIKE '%x%' down beside a text index
        new("max_query_size", "67108864"), // bytes of SQL; long in-lists
        new("max_ast_elements", "1000000"),
        new("max_expanded_ast_elements", "5000000"),
        new("max_ast_depth", "5000"),
        new("max_parser_depth", "5000"),
        new("max_subquery_depth", "500"),
        new("query_plan_lift_up_union", "0"), // would plan what stands above a union once for each of its legs: seconds for a search of all tables
        new("timeout_overflow_mode", "throw"),
        new("result_overflow_mode", "throw"),
    ];

    public static IReadOnlyCollection<EngineSetting> Of(EngineQuery query, string tag)
    {
        var limits = query.Limits;
        var settings = new List<EngineSetting>(Always) { new("log_comment", tag) };
        if (limits.MaxTime is { } time)
            settings.Add(new("max_execution_time", SettingText.Seconds(time)));
        if (limits.MaxMemoryBytes is { } memory)
            settings.Add(new("max_memory_usage", SettingText.Number(memory)));
        if (limits.MaxRows is { } rows and < long.MaxValue)
            settings.Add(new("limit", SettingText.Number(rows + 1))); // one more, to see whether there are more
        if (limits.MaxThreads > 0)
            settings.Add(new("max_threads", SettingText.Number(limits.MaxThreads)));
        settings.AddRange(query.Settings);
        return settings;
    }
}
