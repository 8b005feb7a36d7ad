using System.Runtime.CompilerServices;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>Values.</summary>
internal sealed partial class QueryBinder
{
    private static readonly BoundErrorExpression Wrong = new();
    private static readonly RowScope WrongTable = new(new BoundPending("error", [], [])) { IsWrong = true };

    /// <summary>A value; a table in its place is a mistake. Never null: after a diagnostic it is <see cref="BoundErrorExpression"/>.</summary>
    private BoundExpression BindScalar(Expression expression, Scope scope)
    {
        var operand = BindAny(expression, scope);
        if (operand.Scalar is { } scalar)
            return scalar;
        if (!operand.Table!.IsWrong)
            _diagnostics.NotScalar(expression.Span);
        return Wrong;
    }

    /// <summary>A value or a table, whichever the expression is.</summary>
    private Operand BindAny(Expression expression, Scope scope)
    {
        // bodies of functions nest in one another, each as deep as the parser lets them
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _diagnostics.Error("KS245", expression.Span, "The query is nested too deeply: its functions call one another from within long expressions.");
            return Wrong;
        }

        switch (expression)
        {
            case LiteralExpression literal:
                return BindLiteral(literal);
            case NameExpression name:
                return BindName(name, scope);
            case ParenthesizedExpression parenthesized:
                return BindAny(parenthesized.Inner, scope);
            case BinaryExpression binary:
                return BindBinary(binary, scope);
            case UnaryExpression unary:
                return BindUnary(unary, scope);
            case FunctionCall call:
                return BindCall(call, scope);
            case PathExpression path:
                return BindPath(path, scope);
            case ElementExpression element:
                return BindElement(element, scope);
            case InExpression set:
                return BindIn(set, scope);
            case BetweenExpression between:
                return BindBetween(between, scope);
            case ToScalarExpression toScalar:
                return BindToScalar(toScalar, scope);
            case StarExpression star:
                _diagnostics.Error("KS191", star.Span, "'*' has no meaning here.");
                return Wrong;
            case WildcardNameExpression wildcard:
                _diagnostics.Error("KS268", wildcard.Span, "A name with '*' has no meaning here.");
                return Wrong;
            case JoinSideExpression side:
                _diagnostics.Error("KS142", side.Span, $"'{(side.Side == Syntax.JoinSide.Left ? "$left" : "$right")}' has a meaning in the conditions of a join only, and with a column behind it.");
                return Wrong;
            case NamedExpression { HasNameList: false } named:
                // the name says nothing where no column is made: 'where x = true'
                return BindAny(named.Value, scope);
            case NamedExpression list:
                _diagnostics.Error("KS194", list.Span, "Names can't be given here.");
                return Wrong;
            case OrderedExpression ordered:
                return BindAny(ordered.Value, scope);
            default:
                return BindTable(expression, scope);
        }
    }

    private BoundExpression BindToScalar(ToScalarExpression toScalar, Scope scope)
    {
        var operand = BindAny(toScalar.Query, WithoutRow(scope));
        if (!operand.IsTable)
            return operand.Scalar!;
        var rows = operand.Table;
        if (rows.IsWrong)
            return Wrong;
        var columns = rows.Columns;
        if (columns.IsEmpty)
        {
            if (!rows.IsOpen)
                _diagnostics.Error("KS190", toScalar.Query.Span, "The table in toscalar() has no columns.");
            return Wrong;
        }

        _sizes.Add(rows.Relation, rows.Size);
        return new BoundScalarQuery(rows.Relation, columns[0].Type) { Span = toScalar.Span };
    }

    /// <summary>The value as another type, where the language converts by itself.</summary>
    private static BoundExpression Converted(BoundExpression value, KqlType type)
    {
        if (value.Type == type || value.Type == KqlType.Unknown || type == KqlType.Unknown)
            return value;
        // constants keep their form: many places ask for a literal
        return value switch
        {
            BoundLiteral { Value: null } => new BoundLiteral(null, type) { Span = value.Span },
            BoundLiteral { Value: int number } when type == KqlType.Long => new BoundLiteral((long)number, type) { Span = value.Span },
            BoundLiteral { Value: int number } when type == KqlType.Real => new BoundLiteral((double)number, type) { Span = value.Span },
            BoundLiteral { Value: long number } when type == KqlType.Real => new BoundLiteral((double)number, type) { Span = value.Span },
            BoundLiteral { Value: long number } when type == KqlType.Int && number is >= int.MinValue and <= int.MaxValue => new BoundLiteral((int)number, type) { Span = value.Span },
            _ => new BoundConversion(value, type) { Span = value.Span },
        };
    }
}
