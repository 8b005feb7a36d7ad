using System.Collections.Immutable;
using System.Globalization;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>A column of a call that results in several.</summary>
internal readonly record struct TupleColumn(string Name, KqlType Type)
{
    public bool HoldsJson { get; init; }
}

/// <summary>Calls that result in several columns: <c>arg_max(t, a)</c>, <c>percentiles(x, 5, 95)</c>, <c>series_fit_line(y)</c>.</summary>
internal sealed partial class QueryBinder
{
    /// <summary>The columns of such a call, default for a call of one value. The names are those of an unnamed call.</summary>
    private ImmutableArray<TupleColumn> TupleOf(BoundExpression value, Expression syntax, Scope scope)
    {
        while (syntax is ParenthesizedExpression parenthesized)
            syntax = parenthesized.Inner;
        if (value is not BoundCall call || syntax is not FunctionCall written || written.Name.Text != call.Function.Name)
            return default;
        var arguments = scope with { Calls = CallContext.Scalar };
        if (call.Function.Kind == FunctionKind.Aggregate)
        {
            return call.Function.Name switch
            {
                "arg_max" => ArgColumns(call, written, "max_", "", arguments),
                "arg_min" => ArgColumns(call, written, "min_", "", arguments),
                "argmax" => ArgColumns(call, written, "max_", "max_", arguments),
                "argmin" => ArgColumns(call, written, "min_", "min_", arguments),
                "take_any" => AnyColumns(call, written, "", arguments),
                "any" => AnyColumns(call, written, "any_", arguments),
                "percentile" or "percentiles" => PercentileColumns(call, written, 1, arguments),
                "percentilew" or "percentilesw" => PercentileColumns(call, written, 2, arguments),
                "percentiles_array" or "percentilesw_array" => [new($"percentiles_{ResultName(written.Arguments[0], arguments)}", KqlType.Dynamic)],
                _ => default,
            };
        }

        if (call.Function.Name is "array_sort_asc" or "array_sort_desc")
            return SortedColumns(call, written, arguments);
        if (!SeriesTuples.Columns.TryGetValue(call.Function.Name, out var columns))
            return default;
        var prefix = $"{call.Function.Name}_{(written.Arguments.Count > 0 ? ResultName(written.Arguments[0], arguments) : null)}_";
        return [.. columns.Select(c => new TupleColumn(prefix + c.Name, c.Type))];
    }

    private ImmutableArray<TupleColumn> SortedColumns(BoundCall call, FunctionCall written, Scope scope)
    {
        var arrays = call.Arguments.Count(a => a.Type == KqlType.Dynamic);
        return
        [
            .. Enumerable.Range(0, arrays).Select(i => new TupleColumn(
                (ResultName(written.Arguments[i], scope) ?? string.Create(CultureInfo.InvariantCulture, $"array{i}")) + "_sorted", KqlType.Dynamic)),
        ];
    }

    private ImmutableArray<TupleColumn> ArgColumns(BoundCall call, FunctionCall written, string unnamed, string prefix, Scope scope)
    {
        var first = ResultName(written.Arguments[0], scope);
        var columns = ImmutableArray.CreateBuilder<TupleColumn>(call.Arguments.Length);
        columns.Add(new(first is null ? unnamed : prefix + first, call.Arguments[0].Type));
        var star = written.Arguments.Count - 1;
        var isStar = written.Arguments[star] is StarExpression;
        for (var i = 1; i < call.Arguments.Length; i++)
        {
            var name = isStar && i >= star ? NameOfColumn(call.Arguments[i])
                : ResultName(written.Arguments[i], scope) ?? string.Create(CultureInfo.InvariantCulture, $"{unnamed}{first}_arg{i}");
            columns.Add(new(prefix + name, call.Arguments[i].Type) { HoldsJson = IsJson(call.Arguments[i]) });
        }

        return columns.MoveToImmutable();
    }

    private static bool IsJson(BoundExpression value) => value is BoundColumn { Column.HoldsJson: true };

    private ImmutableArray<TupleColumn> AnyColumns(BoundCall call, FunctionCall written, string prefix, Scope scope)
    {
        var isStar = written.Arguments[0] is StarExpression;
        if (!isStar && call.Arguments.Length == 1 && prefix.Length > 0)
            return default;
        var columns = ImmutableArray.CreateBuilder<TupleColumn>(call.Arguments.Length);
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            var name = isStar ? NameOfColumn(call.Arguments[i]) : ResultName(written.Arguments[i], scope);
            columns.Add(new(name is null ? string.Create(CultureInfo.InvariantCulture, $"any_arg{i}") : prefix + name, call.Arguments[i].Type) { HoldsJson = IsJson(call.Arguments[i]) });
        }

        return columns.MoveToImmutable();
    }

    private static string NameOfColumn(BoundExpression expression) => expression is BoundColumn column ? column.Column.Name : "";

    private ImmutableArray<TupleColumn> PercentileColumns(BoundCall call, FunctionCall written, int from, Scope scope)
    {
        var name = ResultName(written.Arguments[0], scope);
        var type = ReturnTypes.Percentile(call.Arguments[0].Type);
        var columns = ImmutableArray.CreateBuilder<TupleColumn>();
        for (var i = from; i < call.Arguments.Length; i++)
            columns.Add(new($"percentile_{name}_{PercentileName(call.Arguments[i])}", type));
        return columns.ToImmutable();
    }

    private static string PercentileName(BoundExpression percentile) => percentile switch
    {
        BoundLiteral { Value: long number } => number.ToString(CultureInfo.InvariantCulture),
        BoundLiteral { Value: int number } => number.ToString(CultureInfo.InvariantCulture),
        BoundLiteral { Value: double number } => number.ToString(CultureInfo.InvariantCulture).Replace('.', '_'),
        _ => "",
    };
}

/// <summary>The columns of the series functions that give several. Source: their pages, "Returns".</summary>
internal static class SeriesTuples
{
    public static IReadOnlyDictionary<string, ImmutableArray<TupleColumn>> Columns { get; } = new Dictionary<string, ImmutableArray<TupleColumn>>(StringComparer.Ordinal)
    {
        ["series_fit_line"] = Read("rsquare:real slope:real variance:real rvariance:real interception:real line_fit:dynamic"),
        ["series_fit_2lines"] = Read(
            "rsquare:real split_idx:long variance:real rvariance:real line_fit:dynamic right_rsquare:real right_slope:real right_interception:real "
            + "right_variance:real right_rvariance:real left_rsquare:real left_slope:real left_interception:real left_variance:real left_rvariance:real"),
        ["series_fit_poly"] = Read("rsquare:real coefficients:dynamic variance:real rvariance:real poly_fit:dynamic"),
        ["series_stats"] = Read("min:real min_idx:long max:real max_idx:long avg:real stdev:real variance:real"),
        ["series_periods_detect"] = Read("periods:dynamic scores:dynamic"),
        ["series_periods_validate"] = Read("periods:dynamic scores:dynamic"),
        ["series_decompose"] = Read("baseline:dynamic seasonal:dynamic trend:dynamic residual:dynamic"),
        ["series_decompose_anomalies"] = Read("ad_flag:dynamic ad_score:dynamic baseline:dynamic"),
        ["series_decompose_forecast"] = Read("forecast:dynamic seasonal:dynamic trend:dynamic residual:dynamic"),
        ["series_fft"] = Read("real:dynamic imag:dynamic"),
        ["series_ifft"] = Read("real:dynamic imag:dynamic"),
    };

    private static ImmutableArray<TupleColumn> Read(string columns) =>
        [.. columns.Split(' ').Select(c => c.Split(':')).Select(c => new TupleColumn(c[0], KqlTypes.TryParse(c[1], out var type) ? type : KqlType.Unknown))];
}
