using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary><c>scan</c>: the steps see the row, the declared columns and, under their names, the rows that the steps last matched.</summary>
internal sealed partial class QueryBinder
{
    private RowScope BindScan(ScanOperator scan, RowScope input, Scope scope)
    {
        foreach (var key in scan.OrderBy)
            BindSortKey(key, scope);
        foreach (var key in scan.PartitionBy)
            BindScalar(key, scope);

        var columns = new ColumnList(_diagnostics, input.Columns.Length + scan.Declarations.Count);
        columns.AddInput(input.Columns);
        var declared = ImmutableArray.CreateBuilder<ColumnSymbol>(scan.Declarations.Count);
        foreach (var declaration in scan.Declarations)
        {
            if (declaration.Default is not null)
                BindScalar(declaration.Default, new Scope(scope.Locals, null) { Operator = scope.Operator });
            if (columns.Declare(declaration.Name.Text, ScalarType(declaration.Type) ?? KqlType.Unknown, declaration.Name.Span, replace: true) is { } column)
                declared.Add(column);
        }

        var row = input.Plus(new BoundPending("scan", [input.Relation], columns.ToImmutable()) { Span = scan.Span }, declared.ToImmutable());
        BindScanSteps(scan, row, scope);
        if (scan.Parameters.Find("with_match_id")?.Word is not { } matchId)
            return row;
        columns.Add(matchId, KqlType.Long, replace: false);
        return input.Like(new BoundPending("scan", [input.Relation], columns.ToImmutable()) { Span = scan.Span });
    }

    private void BindScanSteps(ScanOperator scan, RowScope row, Scope scope)
    {
        var locals = new LocalScope(scope.Locals);
        foreach (var step in scan.Steps)
            locals.Add(step.Name.Text, new LocalRow(row));
        var inner = new Scope(locals, row) { Operator = scope.Operator };
        foreach (var step in scan.Steps)
        {
            BindPredicate(step.Condition, inner);
            foreach (var assignment in step.Assignments)
            {
                var value = BindScalar(assignment.Value, inner);
                if (row.Find(assignment.Names[0].Text) is not { } column)
                    _diagnostics.UnknownScalar(assignment.Names[0].Span, scope.Operator, assignment.Names[0].Text, null);
                else if (CommonType.Of(column.Type, value.Type) is null)
                    _diagnostics.TypeRequired(assignment.Value.Span, column.Type);
            }
        }
    }
}
