using System.Globalization;
using Drever.Engine;
using Drever.Engine.Results;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;
using Drever.Kql.Text;
using Drever.Schema;
using Drever.Testing;
using Drever.Translation;

namespace Drever.Functions.Tests.Examples;

/// <summary>Compiles examples and runs them on the engine.</summary>
internal sealed class ExampleRunner(EngineFixture fixture)
{
    private static readonly CompileContext Context =
        new(HuntingSchema.Load(), FunctionLibrary.Load(), "default", new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc));

    /// <summary>The example's query: a scalar alone, an aggregate or a window function over its rows.</summary>
    public static string QueryOf(KqlFunction function, Example example) => function switch
    {
        AggregateFunction => $"{example.Over} | summarize result = {example.Kql}",
        WindowFunction => $"{example.Over} | serialize result = {example.Kql} | project result",
        _ when example.Over is { } rows => $"{rows} | project result = {example.Kql}",
        _ => $"print result = {example.Kql}",
    };

    public static BoundQuery Bind(string kql) => KqlBinder.Bind(
        KqlParser.Parse(new SourceText(kql), ParseLimits.Default),
        new BindingContext(Context.Schema, Context.Functions) { ServiceFunctions = Context.Schema.ServiceFunctions });

    /// <summary>One answer each, or null when they can't be had from one query: with rows of their own, or with an error in one of them.</summary>
    public async Task<IReadOnlyList<string>?> RunTogetherAsync(IReadOnlyList<BoundQuery> queries)
    {
        var prints = queries.Select(q => q.Result as BoundProject).ToList();
        if (!prints.All(p => p is { Definitions.Length: 1, Input: BoundSingleRow or BoundDataTable { Rows.Length: 1 } }))
            return null;
        var tables = prints.Select(p => p!.Input).OfType<BoundDataTable>().ToList();
        BoundRelation input = tables.Count == 0
            ? new BoundSingleRow()
            : new BoundDataTable([.. tables.SelectMany(t => t.TableColumns)], [[.. tables.SelectMany(t => t.Rows[0])]]);
        var columns = prints.Select((p, i) => new ColumnDefinition(new ColumnSymbol($"r{i}", p!.Definitions[0].Column.Type), p.Definitions[0].Value));
        var compiled = QueryCompiler.Compile(new BoundQuery(new BoundProject(input, [.. columns]), []), Context);
        if (!compiled.Succeeded)
            return null;
        try
        {
            await using var result = await fixture.Engine.QueryAsync(new EngineQuery(compiled.Query.Text, "default") { MeasureUsage = false }, CancellationToken.None);
            return await result.ReadAsync(CancellationToken.None)
                ? [.. compiled.Query.Columns.Select((c, i) => Misfit(result.Columns[i].Type, c.Type) ?? TextOf(result, i, c.Type))]
                : null;
        }
        catch (EngineException)
        {
            return null;
        }
    }

    /// <summary>The first column of all rows, a line each; or what went wrong.</summary>
    public async Task<string> RunAsync(BoundQuery bound)
    {
        var compiled = QueryCompiler.Compile(bound, Context);
        if (!compiled.Succeeded)
            return "not compiled: " + string.Join("; ", compiled.Diagnostics.Select(d => $"{d.Code} {d.Message}"));
        try
        {
            await using var result = await fixture.Engine.QueryAsync(new EngineQuery(compiled.Query.Text, "default") { MeasureUsage = false }, CancellationToken.None);
            if (Misfit(result.Columns[0].Type, compiled.Query.Columns[0].Type) is { } misfit)
                return misfit;
            var lines = new List<string>();
            while (await result.ReadAsync(CancellationToken.None))
                lines.Add(TextOf(result, 0, compiled.Query.Columns[0].Type));
            return string.Join('\n', lines);
        }
        catch (EngineException e)
        {
            return $"engine: {e.Message}\n{compiled.Query.Text}";
        }
    }

    /// <summary>
    /// What is wrong with the engine's type of a value; null when it is one of the representation, or a smaller number that goes with its type
    /// everywhere. UInt64 does not: it has no common type with Int64.
    /// </summary>
    private static string? Misfit(ColumnType type, KqlType expected)
    {
        ValueKind[] allowed = expected switch
        {
            KqlType.Bool => [ValueKind.Boolean],
            KqlType.Int => [ValueKind.Int8, ValueKind.Int16, ValueKind.Int32, ValueKind.UInt8, ValueKind.UInt16],
            KqlType.Long or KqlType.TimeSpan =>
                [ValueKind.Int8, ValueKind.Int16, ValueKind.Int32, ValueKind.Int64, ValueKind.UInt8, ValueKind.UInt16, ValueKind.UInt32],
            KqlType.Real => [ValueKind.Float64],
            KqlType.Decimal => [ValueKind.Decimal],
            KqlType.DateTime => [ValueKind.DateTime64],
            KqlType.Guid => [ValueKind.Uuid],
            _ => [ValueKind.String],
        };
        var isNull = type.Kind == ValueKind.Nothing;
        var isText = expected is KqlType.String or KqlType.Dynamic;
        return (isNull && !isText) || (allowed.Contains(type.Kind) && !(isText && type.Nullable)) ? null : $"a {type.Text} for {expected}";
    }

    /// <summary>As <c>query --format csv</c> prints it, without the quotes.</summary>
    private static string TextOf(IHuntingResult row, int column, KqlType type) => row.IsNull(column) ? "" : type switch
    {
        KqlType.Bool => row.GetBoolean(column) ? "true" : "false",
        KqlType.Real => row.GetDouble(column).ToString("R", CultureInfo.InvariantCulture),
        KqlType.DateTime => new DateTime(row.GetDateTimeTicks(column), DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture),
        KqlType.TimeSpan => new TimeSpan(row.GetInt64(column)).ToString("c", CultureInfo.InvariantCulture),
        _ => row.GetText(column) ?? "",
    };
}
