using Drever.Kql.Symbols;
using Drever.Kql.Syntax;
using Drever.Kql.Text;

namespace Drever.Kql.Binding;

/// <summary><c>* has "x"</c>: the same asked of every column, the one that says yes decides. A column of another type is asked as text.</summary>
internal sealed partial class QueryBinder
{
    private BoundExpression BindAnyColumn(BinaryExpression binary, Scope scope)
    {
        var right = BindScalar(binary.Right, scope);
        if (right is BoundErrorExpression)
            return Wrong;
        var text = OperatorTexts.Of(binary.Operator);
        return OverColumns(scope, binary.Left.Span, column => BindOperator(text, binary.OperatorSpan, binary.Span, AsText(column), right));
    }

    private BoundExpression BindAnyColumnIn(InExpression set, string text, Scope scope)
    {
        var items = BindItems(set, scope);
        return OverColumns(scope, set.Left.Span, column => BindInValues(set, text, AsText(column), items));
    }

    private BoundExpression OverColumns(Scope scope, TextSpan at, Func<ColumnSymbol, BoundExpression> ask)
    {
        if (scope.Rows is not { } rows)
        {
            _diagnostics.Error("KS199", at, "'*' stands for the columns of a row; there is no row here.");
            return Wrong;
        }

        BoundExpression? any = null;
        foreach (var column in rows.Columns)
        {
            // the table's name is no data
            if (column.Name == TableColumn)
                continue;
            var one = ask(column);
            if (one is BoundErrorExpression)
                return Wrong;
            any = any is null ? one : BindOperator("or", at, at, any, one);
        }

        return any ?? new BoundLiteral(false, KqlType.Bool) { Span = at };
    }

    private BoundExpression AsText(ColumnSymbol column)
    {
        BoundExpression value = new BoundColumn(column);
        if (column.Type is KqlType.String or KqlType.Dynamic or KqlType.Unknown || context.Functions.FindFunction("tostring") is not { } toString)
            return value;
        return new BoundCall(toString, toString.Signatures[0], [value], KqlType.String);
    }
}
