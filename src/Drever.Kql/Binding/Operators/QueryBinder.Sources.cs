using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>Where rows come from that are in no table: <c>print</c>, <c>range</c>, <c>datatable</c>, <c>externaldata</c>.</summary>
internal sealed partial class QueryBinder
{
    private RowScope BindPrint(PrintOperator print, Scope scope)
    {
        var columns = new ColumnList(_diagnostics, print.Expressions.Count);
        var definitions = ImmutableArray.CreateBuilder<ColumnDefinition>(print.Expressions.Count);
        for (var i = 0; i < print.Expressions.Count; i++)
            AddDefinitions(BindListItem(print.Expressions[i], i, scope, columns, ListStyle.Print), definitions);
        return new RowScope(new BoundProject(new BoundSingleRow(), InOrder(definitions, columns)) { Span = print.Span }) { IsSerialized = true };
    }

    private RowScope BindRange(RangeOperator range, Scope scope)
    {
        var from = BindScalar(range.From, scope);
        var to = BindScalar(range.To, scope);
        var step = BindScalar(range.Step, scope);
        foreach (var (value, syntax) in new[] { (from, range.From), (to, range.To), (step, range.Step) })
        {
            if (value.Type != KqlType.Unknown && !value.Type.IsSummable())
                _diagnostics.Error("KS138", syntax.Span, "A number, a datetime or a timespan belongs here.");
        }

        if (from.Type.IsNumeric() && step.Type == KqlType.TimeSpan)
            _diagnostics.Error("KS106", range.Step.Span, $"A range of {from.Type.Name()} values can't go by timespans.");
        var type = RangeType(from.Type, to.Type, step.Type);
        var column = new ColumnSymbol(range.Name.Text, type);
        var relation = new BoundRange(column, Converted(from, type), Converted(to, type), type.IsNumeric() ? Converted(step, type) : step) { Span = range.Span };
        return new RowScope(relation) { IsSerialized = true };
    }

    /// <summary>Numbers meet in the widest, an int counts as a long; datetimes go by timespans.</summary>
    private static KqlType RangeType(KqlType from, KqlType to, KqlType step)
    {
        if (!from.IsNumeric())
            return from;
        var widest = KqlTypes.Widest(from, to);
        if (step.IsNumeric())
            widest = KqlTypes.Widest(widest == KqlType.Unknown ? from : widest, step);
        return widest is KqlType.Int or KqlType.Unknown ? KqlType.Long : widest;
    }

    private RowScope BindDataTable(DataTableExpression table, Scope scope)
    {
        var columns = DeclaredColumns(table.Schema);
        if (columns.IsEmpty || columns.Length != table.Schema.Columns.Count)
            return new RowScope(new BoundDataTable(columns, []) { Span = table.Span }) { IsWrong = true };
        if (table.Values.Count % columns.Length != 0)
            _diagnostics.Error("KS173", table.Values[^1].Span, FormattableString.Invariant($"There are {table.Values.Count} values for rows of {columns.Length} columns."));
        var inner = new Scope(scope.Locals, null) { Operator = "datatable" };
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<BoundExpression>>(table.Values.Count / columns.Length);
        for (var at = 0; at + columns.Length <= table.Values.Count; at += columns.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = ImmutableArray.CreateBuilder<BoundExpression>(columns.Length);
            for (var i = 0; i < columns.Length; i++)
                row.Add(Converted(BindScalar(table.Values[at + i], inner), columns[i].Type));
            rows.Add(row.MoveToImmutable());
        }

        return new RowScope(new BoundDataTable(columns, rows.ToImmutable()) { Span = table.Span }) { IsSerialized = true };
    }

    private RowScope BindExternalData(ExternalDataExpression external, Scope scope)
    {
        foreach (var uri in external.Uris)
            BindScalar(uri, new Scope(scope.Locals, null));
        return new RowScope(new BoundPending("externaldata", [], DeclaredColumns(external.Schema)) { Span = external.Span });
    }
}
