using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>
/// <c>evaluate pivot</c>: a summarize with one conditional aggregate for each value of the pivot column. Without a schema the values are
/// those that the rows have, in their order as text; one that the query names and no row has is there, too. Source: Kusto reference, "pivot plugin".
/// </summary>
internal sealed partial class QueryBinder
{
    /// <summary>The column of rows whose pivot value is null or empty, and of an empty key: a column has a name.</summary>
    private const string NameOfEmptyValue = "Column1";

    /// <param name="columns">The columns as far as they are known without the data.</param>
    private BoundRelation? BindPivot(EvaluateOperator evaluate, PluginCall call, RowScope input, ImmutableArray<ColumnSymbol> columns)
    {
        if (call.ColumnAt(0) is not { } pivot)
            return null;
        var keys = PluginColumns.Of(call);
        if (evaluate.Schema is not null)
            return PivotBy(evaluate, call, input, pivot, keys, columns, [.. columns.Where(c => !keys.Any(k => k.Name == c.Name)).Select(c => (c.Name, c))]);
        var step = NextStep(evaluate);
        if (context.Discovered.Of(step) is not { } found)
            return new BoundOpenStep(step, call.Name, OpenStepKind.Values, input.Relation, new BoundColumn(pivot), columns) { Span = evaluate.Span };

        var names = new UniqueNames();
        foreach (var key in keys)
            names.Take(key.Name);
        var aggregate = ConditionalAggregate(evaluate, call, new BoundLiteral(true, KqlType.Bool));
        if (aggregate is null)
            return null;
        var values = found.Select(v => v.Name).Concat(inferred.Of(evaluate).Select(c => c.Name).Where(n => !found.Any(v => v.Name == n))).Distinct(StringComparer.Ordinal);
        ImmutableArray<(string Value, ColumnSymbol Column)> cells = [.. values.Select(v => (v, new ColumnSymbol(names.Take(v.Length == 0 ? NameOfEmptyValue : v), aggregate.Type)))];
        return PivotBy(evaluate, call, input, pivot, keys, [.. keys, .. cells.Select(c => c.Column)], cells);
    }

    private BoundSummarize? PivotBy(
        EvaluateOperator evaluate, PluginCall call, RowScope input, ColumnSymbol pivot, ImmutableArray<ColumnSymbol> keys, ImmutableArray<ColumnSymbol> columns, ImmutableArray<(string Value, ColumnSymbol Column)> cells)
    {
        BoundExpression text = pivot.Type == KqlType.String ? new BoundColumn(pivot) : ConvertedBy(KqlType.String, new BoundColumn(pivot));
        var aggregates = ImmutableArray.CreateBuilder<BoundAggregate>(cells.Length);
        foreach (var (value, column) in cells)
        {
            var condition = BindOperator("==", evaluate.Span, evaluate.Span, text, new BoundLiteral(value, KqlType.String));
            if (ConditionalAggregate(evaluate, call, condition) is not { } aggregate)
                return null;
            aggregates.Add(new([column], column.Type == aggregate.Type ? aggregate : ConvertedBy(column.Type, aggregate)));
        }

        // a declared column of a key's name is that key
        ImmutableArray<ColumnDefinition> definitions = [.. keys.Select(k => new ColumnDefinition(columns.FirstOrDefault(c => c.Name == k.Name) ?? k, new BoundColumn(k)))];
        definitions = [.. definitions.Select(d => d.Column.Type == d.Value.Type ? d : d with { Value = ConvertedBy(d.Column.Type, d.Value) })];
        return new BoundSummarize(input.Relation, definitions, aggregates.MoveToImmutable(), columns) { Span = evaluate.Span };
    }

    /// <summary>The aggregate over the rows for which the condition holds; null after a diagnostic.</summary>
    private BoundCall? ConditionalAggregate(EvaluateOperator evaluate, PluginCall call, BoundExpression condition)
    {
        if (call.Arguments.Length < 2)
            return CallAggregate("countif", [condition]);
        if (call.Arguments[1] is BoundCall { Function.Kind: FunctionKind.Aggregate } aggregate && ConditionalName(aggregate.Function.Name) is { } name)
            return CallAggregate(name, aggregate.Arguments.IsEmpty ? [condition] : aggregate.Arguments.Insert(1, condition));
        _diagnostics.Error(WrongColumns, evaluate.Call.Arguments[1].Span, "pivot(): the aggregate must be one of avg, count, dcount, make_bag, make_list, make_set, max, min, stdev, sum, take_any, variance.");
        return null;
    }

    private BoundCall? CallAggregate(string name, ImmutableArray<BoundExpression> arguments)
    {
        if (context.Functions.FindAggregate(name) is not { } function)
            return null;
        Argument[] given = [.. arguments.Select(a => new Argument(a))];
        var signature = SignatureMatcher.Choose(function, given, out _) ?? function.Signatures[0];
        return new BoundCall(function, signature, arguments, ReturnTypes.Of(function, signature, given));
    }

    private static string? ConditionalName(string aggregate) => aggregate switch
    {
        "avg" or "count" or "dcount" or "max" or "min" or "stdev" or "sum" or "take_any" or "variance" => aggregate + "if",
        "make_bag" or "make_list" or "make_set" => aggregate + "_if",
        "any" => "take_anyif",
        "makelist" => "make_list_if",
        "makeset" => "make_set_if",
        _ => null,
    };
}
