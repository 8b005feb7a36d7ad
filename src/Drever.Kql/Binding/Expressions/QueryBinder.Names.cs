using Drever.Kql.Symbols;
using Drever.Kql.Syntax;
using Drever.Kql.Text;

namespace Drever.Kql.Binding;

/// <summary>What a name means: a column of the row first, then what the query has declared, then a table.</summary>
internal sealed partial class QueryBinder
{
    private readonly TreeSizes _sizes = new();
    private long _repeated;

    private Operand BindName(NameExpression expression, Scope scope)
    {
        var name = expression.Name.Text;
        scope.Elsewhere?.Named.Add(name);
        if (scope.Calls != CallContext.Aggregate && FindColumn(name, scope) is { } column)
            return new BoundColumn(column) { Span = expression.Span };
        if (scope.Elsewhere is { } elsewhere && elsewhere.Types.TryGetValue(name, out var type))
            return new BoundLiteral(null, type) { Span = expression.Span };

        switch (scope.Locals.Find(name))
        {
            case LocalScalar scalar:
                return Repeats(scalar.Size, expression.Span) ? scalar.Value : Wrong;
            case LocalTable table:
                return Repeats(table.Rows.Size, expression.Span) ? table.Rows : WrongTable;
            case LocalFunction function:
                return CallDeclared(function, null, expression.Span, scope);
            case LocalRow row:
                return new BoundRowReference(row) { Span = expression.Span };
            case LocalError:
                return Wrong;
        }

        if (context.Tables.FindTable(name) is { } stored)
            return Scan(stored, expression);
        return Unresolved(expression, scope);
    }

    /// <summary>A part of the tree stands in one more place; false, and a diagnostic, when the whole becomes too large by it.</summary>
    private bool Repeats(TreeSize size, TextSpan span)
    {
        _repeated += size.Nodes;
        if (_repeated <= context.Limits.MaxNodes && size.Depth <= context.Limits.MaxDepth)
            return true;
        _diagnostics.Error("KS245", span, "The query becomes too large: its let statements use one another too often or too deeply.");
        return false;
    }

    private LocalScalar Named(BoundExpression value) => new(value, _sizes.Measure(value));

    private static ColumnSymbol? FindColumn(string name, Scope scope) => scope.Rows?.Find(name) ?? scope.Right?.Find(name);

    private RowScope Scan(TableSymbol table, Expression expression) => new(new BoundScan(table) { Span = expression.Span, ReadsAllTime = _readsAllTime });

    private Operand Unresolved(NameExpression expression, Scope scope)
    {
        var name = expression.Name.Text;
        if (scope.Calls == CallContext.Aggregate)
        {
            if (scope.Rows is { IsWrong: true } or { IsOpen: true })
                return Wrong;
            _diagnostics.Error("KS236", expression.Span, $"'{name}' is no aggregate: a column of the input can only stand inside of one, or behind 'by'.");
            return Wrong;
        }

        if (scope.Rows is null && scope.Right is null)
        {
            _diagnostics.UnknownTable("KS142", expression.Span, scope.Operator, name, NearestTable(name, scope));
            return Wrong;
        }

        if (scope.Rows is { IsWrong: true } || scope.Right is { IsWrong: true })
            return Wrong;
        if ((scope.Rows?.OpenAt ?? scope.Right?.OpenAt) is { } step)
            return new BoundColumn(inferred.Add(step, name)) { Span = expression.Span };
        _diagnostics.UnknownScalar(expression.Span, scope.Operator, name, NearestColumn(name, scope));
        return Wrong;
    }

    /// <summary>A name where only a table makes sense: columns are not looked for.</summary>
    private RowScope BindTableName(NameExpression expression, Scope scope)
    {
        var name = expression.Name.Text;
        switch (scope.Locals.Find(name))
        {
            case LocalTable table:
                return Repeats(table.Rows.Size, expression.Span) ? table.Rows : WrongTable;
            case LocalFunction function:
                return RequireTable(CallDeclared(function, null, expression.Span, scope), expression);
            case LocalScalar or LocalRow:
                _diagnostics.NotTable(expression.Span);
                return WrongTable;
            case LocalError:
                return WrongTable;
        }

        if (context.Tables.FindTable(name) is { } stored)
            return Scan(stored, expression);
        _diagnostics.UnknownTable("KS204", expression.Span, scope.Operator, name, NearestTable(name, scope));
        return WrongTable;
    }

    private RowScope RequireTable(Operand operand, Expression expression)
    {
        if (operand.IsTable)
            return operand.Table;
        if (operand.Scalar is not BoundErrorExpression)
            _diagnostics.NotTable(expression.Span);
        return WrongTable;
    }

    private string? NearestTable(string name, Scope scope) =>
        NearestName.Of(name, scope.Locals.Names.Concat(context.Tables.Tables.Select(t => t.Name)));

    private static string? NearestColumn(string name, Scope scope)
    {
        var rows = scope.Rows ?? scope.Right;
        var columns = rows is null ? [] : rows.Columns.Select(c => c.Name).Concat(rows.Relation.HiddenColumns.Select(c => c.Name));
        return NearestName.Of(name, columns.Concat(scope.Locals.Names));
    }
}
