using System.Collections.Immutable;
using System.Globalization;
using Drever.Kql.Symbols;

namespace Drever.Kql.Binding;

/// <summary>A plugin's call as far as its result's columns depend on it.</summary>
/// <param name="Input">The columns of the table before <c>evaluate</c>.</param>
/// <param name="Arguments">The arguments in written order.</param>
/// <param name="Names">The name before an argument that is no option's, else null.</param>
/// <param name="FirstName">The name that the first argument gives a column.</param>
/// <param name="Lookup">The table among the arguments.</param>
/// <param name="Schema">The <c>typeof(...)</c> among them.</param>
/// <param name="Options">The option's name before an argument that is one, else null.</param>
internal sealed record PluginCall(
    string Name, ImmutableArray<ColumnSymbol> Input, ImmutableArray<BoundExpression> Arguments, ImmutableArray<string?> Names, string? FirstName, RowScope? Lookup, PluginSchema? Schema,
    ImmutableArray<string?> Options)
{
    /// <summary>The option of that name, or the argument without a name in its place; null where it is not given.</summary>
    public BoundExpression? Option(int place, string name)
    {
        var unnamed = 0;
        for (var i = 0; i < Arguments.Length; i++)
        {
            if (Options[i] is { } option ? string.Equals(option, name, StringComparison.OrdinalIgnoreCase) : unnamed++ == place)
                return Arguments[i];
        }

        return null;
    }

    public ColumnSymbol? ColumnAt(int index) => index < Arguments.Length && Arguments[index] is BoundColumn column ? column.Column : null;

    /// <summary>The arguments from that place on that are columns: the dimensions.</summary>
    public IEnumerable<ColumnSymbol> ColumnsFrom(int index) => Arguments.Skip(index).OfType<BoundColumn>().Select(c => c.Column);
}

internal sealed record PluginSchema(bool KeepsInput, ImmutableArray<ColumnSymbol> Columns);

/// <summary>The columns that each plugin's result has. Source: the plugins' pages, "Returns"; names as the language service has them.</summary>
internal static class PluginColumns
{
    /// <summary>More columns can come at run time.</summary>
    public static bool IsOpen(string plugin) => plugin is "bag_unpack" or "pivot" or "sql_request" or "mysql_request" or "postgresql_request"
        or "cosmosdb_sql_request" or "azure_digital_twins_query_request" or "dax_request" or "execute_query" or "execute_show_command" or "external_datatable";

    public static ImmutableArray<ColumnSymbol> Of(PluginCall call)
    {
        switch (call.Name)
        {
            case "bag_unpack":
                return [.. call.Input.Where(c => c != call.ColumnAt(0))];
            case "pivot":
                return Pivot(call);
            case "narrow":
                return Columns("Row:long Column:string Value:string");
            case "ipv4_lookup":
            case "ipv6_lookup":
            case "geo_polygon_lookup":
            case "geo_line_lookup":
                return Lookup(call);
            case "autocluster":
            case "basket":
                return [.. Columns("SegmentId:long Count:long Percent:real"), .. call.Input];
            case "diffpatterns":
                return [.. Columns("SegmentId:long CountA:long CountB:long PercentA:real PercentB:real PercentDiffAB:real"), .. call.Input];
            case "python" or "r" or "csharp" when call.Schema is { } schema:
                return schema.KeepsInput ? [.. call.Input.Where(c => !schema.Columns.Any(s => s.Name == c.Name)), .. schema.Columns] : schema.Columns;
            case "dcount_intersect":
                return [.. call.Input, .. call.Arguments.Select((_, i) => new ColumnSymbol(string.Create(CultureInfo.InvariantCulture, $"s{i}"), KqlType.Long))];
            case "ai_embeddings":
                return Added(call, "_embeddings", KqlType.Dynamic);
            case "ai_embed_text":
                return Added(call, "_embedding", KqlType.Dynamic);
            case "ai_chat_completion" or "ai_chat_completion_prompt":
                return Added(call, "_completion", KqlType.String);
            case "estimate_rows_count":
                return Columns("EstimatedRowsCount:long");
            case "http_request" or "http_request_post":
                return Columns("ResponseHeaders:dynamic ResponseBody:dynamic");
            case "infer_storage_schema":
                return Columns("CslSchema:string");
            case "infer_storage_schema_with_suggestions":
                return Columns("SuggestedTableSchema:string");
            default:
                return IsOpen(call.Name) ? [] : Activity(call) ?? call.Input;
        }
    }

    /// <summary>The plugins of user analytics: the time column, the dimensions, the figures.</summary>
    private static ImmutableArray<ColumnSymbol>? Activity(PluginCall call) => call.Name switch
    {
        "active_users_count" => Timeline(call, 8, "dcount:long"),
        "activity_counts_metrics" => Timeline(call, 5, "count:long dcount:long new_dcount:long aggregated_dcount:long"),
        "activity_engagement" => Timeline(call, 6, "dcount_activities_inner:long dcount_activities_outer:long activity_ratio:real"),
        "activity_metrics" => Timeline(call, 5, "dcount_values:long dcount_newvalues:long retention_rate:real churn_rate:real"),
        "session_count" => Timeline(call, 6, "count_sessions:long"),
        "sliding_window_counts" => Timeline(call, 6, "Count:long Dcount:long"),
        "new_activity_metrics" => NewActivity(call),
        "rolling_percentile" => RollingPercentile(call),
        "sequence_detect" => SequenceDetect(call),
        "funnel_sequence" => FunnelSequence(call),
        "funnel_sequence_completion" => FunnelCompletion(call),
        _ => null,
    };

    private static ImmutableArray<ColumnSymbol> Timeline(PluginCall call, int dimensions, string figures) =>
        [.. One(call.ColumnAt(1)), .. call.ColumnsFrom(dimensions), .. Columns(figures)];

    private static ImmutableArray<ColumnSymbol> NewActivity(PluginCall call)
    {
        var time = call.ColumnAt(1);
        var type = time?.Type ?? KqlType.Unknown;
        return
        [
            new("from_" + time?.Name, type), new("to_" + time?.Name, type), .. call.ColumnsFrom(5),
            .. Columns("dcount_new_values:long dcount_retained_values:long dcount_churn_values:long retention_rate:real churn_rate:real"),
        ];
    }

    private static ImmutableArray<ColumnSymbol> RollingPercentile(PluginCall call)
    {
        var value = call.ColumnAt(0);
        var name = $"rolling_{Text(call, 4)}_percentile_{value?.Name}_{Text(call, 1)}";
        return [.. One(call.ColumnAt(2)), .. call.ColumnsFrom(5), new(name, ReturnTypes.Percentile(value?.Type ?? KqlType.Unknown))];
    }

    private static string Text(PluginCall call, int index) =>
        index < call.Arguments.Length && call.Arguments[index] is BoundLiteral { Value: IFormattable value } ? value.ToString(null, CultureInfo.InvariantCulture).Replace('.', '_') : "";

    private static ImmutableArray<ColumnSymbol> SequenceDetect(PluginCall call)
    {
        var time = call.ColumnAt(0);
        var steps = call.Arguments.Select((a, i) => (Argument: a, Name: call.Names[i])).Skip(3).Where(s => s.Argument.Type == KqlType.Bool && s.Argument is not BoundColumn);
        return
        [
            .. call.ColumnsFrom(3),
            .. steps.Select(s => new ColumnSymbol($"{s.Name}_{time?.Name}", time?.Type ?? KqlType.Unknown)),
            new("Duration", KqlType.TimeSpan),
        ];
    }

    private static ImmutableArray<ColumnSymbol> FunnelSequence(PluginCall call)
    {
        var type = call.ColumnAt(6)?.Type ?? KqlType.Unknown;
        return [.. One(call.ColumnAt(1)), new("prev", type), new("next", type), .. Columns("dcount:long samples:dynamic")];
    }

    private static ImmutableArray<ColumnSymbol> FunnelCompletion(PluginCall call) =>
        [.. One(call.ColumnAt(1)), new(call.ColumnAt(5)?.Name ?? "", KqlType.String), .. Columns("Period:timespan dcount:long")];

    /// <summary>The pivot column and what the aggregate reads are gone, or only the columns named behind them stay.</summary>
    private static ImmutableArray<ColumnSymbol> Pivot(PluginCall call)
    {
        if (call.Arguments.Length > 2)
            return [.. call.ColumnsFrom(2)];
        var gone = new HashSet<ColumnSymbol>();
        foreach (var argument in call.Arguments)
            AddColumns(argument, gone);
        return [.. call.Input.Where(c => !gone.Contains(c))];
    }

    private static void AddColumns(BoundExpression expression, HashSet<ColumnSymbol> columns)
    {
        switch (expression)
        {
            case BoundColumn column:
                columns.Add(column.Column);
                break;
            case BoundCall call:
                foreach (var argument in call.Arguments)
                    AddColumns(argument, columns);
                break;
            case BoundConversion conversion:
                AddColumns(conversion.Operand, columns);
                break;
        }
    }

    /// <summary>The input's columns, then the lookup table's without those that both are compared by under one name.</summary>
    private static ImmutableArray<ColumnSymbol> Lookup(PluginCall call)
    {
        var common = call.Name == "ipv4_lookup" ? call.ColumnsFrom(3).Select(c => c.Name).ToHashSet(StringComparer.Ordinal) : [];
        var names = new UniqueNames();
        var columns = ImmutableArray.CreateBuilder<ColumnSymbol>();
        foreach (var column in call.Input)
        {
            names.Take(column.Name);
            columns.Add(column);
        }

        foreach (var column in call.Lookup?.Columns ?? [])
        {
            if (!common.Contains(column.Name))
                columns.Add(new ColumnSymbol(names.Take(column.Name), column.Type, column.HoldsJson));
        }

        return columns.ToImmutable();
    }

    /// <summary>The answers of a model, and where they are asked for (the fourth argument) its errors.</summary>
    private static ImmutableArray<ColumnSymbol> Added(PluginCall call, string suffix, KqlType type)
    {
        var answer = new ColumnSymbol(call.FirstName + suffix, type);
        return call.Arguments is [_, _, _, BoundLiteral { Value: true }]
            ? [.. call.Input, answer, new(answer.Name + "_error", KqlType.String)]
            : [.. call.Input, answer];
    }

    private static ImmutableArray<ColumnSymbol> One(ColumnSymbol? column) => column is null ? [] : [column];

    private static ImmutableArray<ColumnSymbol> Columns(string columns) =>
        [.. columns.Split(' ').Select(c => c.Split(':')).Select(c => new ColumnSymbol(c[0], KqlTypes.TryParse(c[1], out var type) ? type : KqlType.Unknown))];
}
