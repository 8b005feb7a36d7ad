using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>Operators that choose or order rows and leave the columns as they are.</summary>
internal sealed partial class QueryBinder
{
    private RowScope BindWhere(WhereOperator where, RowScope input, Scope scope)
    {
        var predicate = BindPredicate(where.Condition, scope);
        return input.Same(new BoundFilter(input.Relation, predicate) { Span = where.Span });
    }

    private BoundExpression BindPredicate(Expression condition, Scope scope)
    {
        var operand = BindAny(condition, scope);
        var predicate = operand.Scalar ?? Wrong;
        if (operand.Table is { IsWrong: false } || predicate.Type is not (KqlType.Bool or KqlType.Unknown))
            _diagnostics.TypeRequired(condition.Span, KqlType.Bool);
        return predicate;
    }

    private RowScope BindSort(SortOperator sort, RowScope input, Scope scope)
    {
        var keys = ImmutableArray.CreateBuilder<SortKey>(sort.Keys.Count);
        foreach (var key in sort.Keys)
        {
            var bound = BindSortKey(key, scope);
            if (bound.Value.Type == KqlType.Dynamic)
                _diagnostics.Error("KS116", key is OrderedExpression ordered ? ordered.Value.Span : key.Span, "Dynamic values have no order: convert them, with tostring() for instance.");
            keys.Add(bound);
        }

        return input.Same(new BoundSort(input.Relation, keys.MoveToImmutable()) { Span = sort.Span }, serialized: true);
    }

    private SortKey BindSortKey(Expression key, Scope scope)
    {
        var ordered = key as OrderedExpression;
        var syntax = ordered?.Value ?? key;
        if (syntax is NamedExpression named)
            syntax = named.Value;
        var value = BindScalar(syntax, scope);
        var descending = ordered?.Direction is not (SortDirection.Ascending or SortDirection.GrannyAscending);
        var nullsFirst = ordered?.Nulls is { } nulls ? nulls == NullsOrder.First : !descending;
        return new SortKey(value, descending, nullsFirst);
    }

    private RowScope BindTop(TopOperator top, RowScope input, Scope scope)
    {
        var count = BindRowCount(top.Count, scope);
        var sort = new BoundSort(input.Relation, [BindSortKey(top.Key, scope)]) { Span = top.Span };
        return input.Same(new BoundTake(sort, count) { Span = top.Span }, serialized: true);
    }

    private RowScope BindTake(TakeOperator take, RowScope input, Scope scope) =>
        input.Same(new BoundTake(input.Relation, BindRowCount(take.Count, scope)) { Span = take.Span });

    private RowScope BindSample(SampleOperator sample, RowScope input, Scope scope) =>
        input.Same(new BoundSample(input.Relation, BindRowCount(sample.Count, scope)) { Span = sample.Span }, serialized: false);

    /// <summary>A number of rows: an integer that is known before any row is read, so it sees no columns.</summary>
    private BoundExpression BindRowCount(Expression count, Scope scope)
    {
        var value = BindScalar(count, WithoutRow(scope));
        if (value.Type is not (KqlType.Int or KqlType.Long or KqlType.Unknown))
            _diagnostics.Error("KS134", count.Span, "An integer belongs here.");
        return Converted(value, value.Type == KqlType.Int ? KqlType.Long : value.Type);
    }

    private RowScope BindSerialize(SerializeOperator serialize, RowScope input, Scope scope)
    {
        var ordered = input.Same(new BoundSerialize(input.Relation) { Span = serialize.Span }, serialized: true);
        return serialize.Expressions.Count == 0 ? ordered : BindExtend(serialize.Expressions, serialize, ordered, scope with { Rows = ordered });
    }

    private static RowScope BindAs(AsOperator name, RowScope input, Scope scope)
    {
        var shared = input.Same(new BoundShared(input.Relation, new SharedResult(name.Name.Text)) { Span = name.Span });
        scope.Locals.Add(name.Name.Text, new LocalTable(shared));
        return shared;
    }

    private RowScope BindMaterialize(MaterializeExpression materialize, Scope scope)
    {
        var rows = BindTable(materialize.Query, scope);
        return rows.IsWrong ? rows : rows.Same(new BoundShared(rows.Relation, new SharedResult("materialize")) { Span = materialize.Span });
    }

    private static readonly string[] Charts =
    [
        "table", "list", "barchart", "piechart", "ladderchart", "timechart", "linechart", "anomalychart", "pivotchart", "areachart", "stackedareachart",
        "scatterchart", "timepivot", "columnchart", "timeline", "3Dchart", "card", "treemap", "plotly", "graph", "sankey",
    ];

    private RowScope BindRender(RenderOperator render, RowScope input)
    {
        if (render.Chart is { } chart && !Charts.Contains(chart.Text, StringComparer.Ordinal))
            _diagnostics.Error("KS005", chart.Span, $"Expected one of: {string.Join(", ", Charts)}");
        var properties = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var property in render.Parameters.Concat(render.Properties))
            properties[property.Name.Text] = property.Word ?? TextOf(property.Value);
        _render = new RenderHint(render.Chart?.Text ?? "table", properties.ToImmutable());
        return input;
    }

    private static string TextOf(Expression value) => value switch
    {
        ExpressionList list => string.Join(',', list.Items.Select(TextOf)),
        NameExpression name => name.Name.Text,
        StringLiteral text => text.Value,
        LongLiteral { Value: { } number } => FormattableString.Invariant($"{number}"),
        RealLiteral { Value: { } number } => FormattableString.Invariant($"{number}"),
        _ => "",
    };

    private static RowScope BindGetSchema(QueryOperator step, RowScope input)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<BoundExpression>>(input.Columns.Length);
        foreach (var column in input.Columns)
        {
            rows.Add(
            [
                new BoundLiteral(column.Name, KqlType.String),
                new BoundLiteral((long)rows.Count, KqlType.Long),
                new BoundLiteral(SystemTypeName(column.Type), KqlType.String),
                new BoundLiteral(column.Type.Name(), KqlType.String),
            ]);
        }

        return new RowScope(new BoundDataTable(
            [new("ColumnName", KqlType.String), new("ColumnOrdinal", KqlType.Long), new("DataType", KqlType.String), new("ColumnType", KqlType.String)],
            rows.MoveToImmutable())
        { Span = step.Span })
        { IsSerialized = true };
    }

    private static string SystemTypeName(KqlType type) => type switch
    {
        KqlType.Bool => "System.SByte",
        KqlType.Int => "System.Int32",
        KqlType.Long => "System.Int64",
        KqlType.Real => "System.Double",
        KqlType.Decimal => "System.Data.SqlTypes.SqlDecimal",
        KqlType.DateTime => "System.DateTime",
        KqlType.TimeSpan => "System.TimeSpan",
        KqlType.Guid => "System.Guid",
        KqlType.String => "System.String",
        _ => "System.Object",
    };
}
