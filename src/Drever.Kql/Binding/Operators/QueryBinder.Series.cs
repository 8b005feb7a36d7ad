using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary><c>make-series</c>.</summary>
internal sealed partial class QueryBinder
{
    private RowScope BindMakeSeries(MakeSeriesOperator series, RowScope input, Scope scope)
    {
        var columns = new ColumnList(_diagnostics);
        var keys = ImmutableArray.CreateBuilder<ColumnDefinition>(series.Keys.Count);
        for (var i = 0; i < series.Keys.Count; i++)
            AddDefinitions(BindListItem(series.Keys[i], i, scope, columns, ListStyle.Only), keys);

        var definitions = ImmutableArray.CreateBuilder<SeriesDefinition>(series.Aggregates.Count);
        var aggregate = scope with { Calls = CallContext.Aggregate };
        for (var i = 0; i < series.Aggregates.Count; i++)
        {
            var written = series.Aggregates[i];
            var item = BindListItem(written.Value, i, aggregate, columns, ListStyle.Aggregates, KqlType.Dynamic);
            var otherwise = written.Default is null ? null : BindScalar(written.Default, scope);
            for (var part = 0; part < item.Columns.Length; part++)
            {
                if (item.Columns[part] is not { } column)
                    continue;
                var value = item.Columns.Length == 1 ? item.Value : new BoundTupleItem(item.Value, part, item.Value.Type) { Span = item.Value.Span };
                definitions.Add(new(column, value, otherwise is null ? null : Converted(otherwise, item.Value.Type)));
            }
        }

        var axis = BindListItem(series.Axis, 0, scope, columns, ListStyle.Only, KqlType.Dynamic);
        var type = axis.Value.Type;
        var from = BindEnd(series.From, type, scope);
        var to = BindEnd(series.To, type, scope);
        var step = BindScalar(series.Step, scope);
        if (!IsIntervalOf(step.Type, type))
            _diagnostics.Error("KS178", series.Step.Span, $"A step of {type.Name()} can't be {step.Type.Name()}.");
        if (axis.Columns is not [{ } axisColumn])
            return WrongTable;
        return new RowScope(new BoundMakeSeries(
            input.Relation, definitions.ToImmutable(), new(axisColumn, axis.Value), from, to, step, keys.ToImmutable(), columns.ToImmutable())
        {
            IsRange = series.IsInRange,
            NonEmpty = series.Parameters.Find("kind")?.Word == "nonempty",
            Span = series.Span,
        })
        { IsWrong = input.IsWrong, OpenAt = input.OpenAt, Size = input.Size.Over() };
    }

    private BoundExpression? BindEnd(Expression? end, KqlType type, Scope scope)
    {
        if (end is null)
            return null;
        var value = BindScalar(end, scope);
        if (value.Type == type || value.Type == KqlType.Unknown || type == KqlType.Unknown)
            return value;
        if (ArgumentMatcher.IsWider(type, value.Type))
            return Converted(value, type);
        _diagnostics.TypeRequired(end.Span, type);
        return Wrong;
    }

    private static bool IsIntervalOf(KqlType step, KqlType type) => type switch
    {
        KqlType.Unknown => true,
        KqlType.DateTime or KqlType.TimeSpan => step is KqlType.TimeSpan or KqlType.Unknown,
        _ => type.IsNumeric() && (step == KqlType.Unknown || step.IsNumeric()),
    };
}
