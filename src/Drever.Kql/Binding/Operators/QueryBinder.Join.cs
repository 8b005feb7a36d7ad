using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary><c>join</c> and <c>lookup</c>.</summary>
internal sealed partial class QueryBinder
{
    private RowScope BindJoin(JoinOperator join, RowScope left, Scope scope)
    {
        var right = BindTable(join.Right, scope with { Rows = null });
        var kind = BindJoinKind(join.Parameters.Find("kind"), JoinKind.InnerUnique, isLookup: false);
        if (join.Conditions.Count == 0)
            _diagnostics.Error("KS006", join.Span, "'join' operator: the condition is missing: 'on ...'.");
        var keys = BindJoinKeys(join.Conditions, left, right, scope);
        var (output, hidden) = kind switch
        {
            JoinKind.LeftSemi or JoinKind.LeftAnti => (Side(left.Columns, Binding.JoinSide.Left), Side(left.Relation.HiddenColumns, Binding.JoinSide.Left)),
            JoinKind.RightSemi or JoinKind.RightAnti => (Side(right.Columns, Binding.JoinSide.Right), Side(right.Relation.HiddenColumns, Binding.JoinSide.Right)),
            _ => (BothSides(left.Columns, right.Columns), HiddenOf(left, right)),
        };
        return Joined(new BoundJoin(left.Relation, right.Relation, kind, keys, output) { Hidden = hidden, Span = join.Span }, left, right);
    }

    private RowScope BindLookup(LookupOperator lookup, RowScope left, Scope scope)
    {
        var right = BindTable(lookup.Right, scope with { Rows = null });
        var kind = BindJoinKind(lookup.Parameters.Find("kind"), JoinKind.LeftOuter, isLookup: true);
        var keys = BindJoinKeys(lookup.Conditions, left, right, scope);
        var rightKeys = keys.Select(k => k.Right).OfType<BoundColumn>().Select(c => c.Column).ToHashSet();
        var output = BothSides(left.Columns, [.. right.Columns.Where(c => !rightKeys.Contains(c))]);
        return Joined(new BoundJoin(left.Relation, right.Relation, kind, keys, output) { Hidden = HiddenOf(left, right), Span = lookup.Span }, left, right);
    }

    private static RowScope Joined(BoundJoin join, RowScope left, RowScope right) => new(join)
    {
        OpenAt = left.OpenAt ?? right.OpenAt,
        IsWrong = left.IsWrong || right.IsWrong,
        Size = (left.Size + right.Size).Over(),
    };

    private JoinKind BindJoinKind(OperatorParameter? parameter, JoinKind otherwise, bool isLookup)
    {
        if (parameter is null)
            return otherwise;
        if (JoinKindOf(parameter.Word) is { } kind && (!isLookup || kind is JoinKind.Inner or JoinKind.LeftOuter))
            return kind;
        var kinds = isLookup ? "inner, leftouter" : "innerunique, inner, leftouter, rightouter, fullouter, leftsemi, rightsemi, leftanti, rightanti";
        _diagnostics.Error("KS005", parameter.Value.Span, $"Expected one of: {kinds}");
        return otherwise;
    }

    private static JoinKind? JoinKindOf(string? word) => word switch
    {
        "inner" => JoinKind.Inner,
        "innerunique" => JoinKind.InnerUnique,
        "leftouter" => JoinKind.LeftOuter,
        "rightouter" => JoinKind.RightOuter,
        "fullouter" => JoinKind.FullOuter,
        "leftsemi" => JoinKind.LeftSemi,
        "rightsemi" => JoinKind.RightSemi,
        "leftanti" or "leftantisemi" or "anti" => JoinKind.LeftAnti,
        "rightanti" or "rightantisemi" => JoinKind.RightAnti,
        _ => null,
    };

    private static ImmutableArray<JoinColumn> Side(ImmutableArray<ColumnSymbol> columns, JoinSide side) =>
        [.. columns.Select(c => new JoinColumn(c, side, c))];

    /// <summary>The left side's columns, then the right side's; a name of the right that the left has gets the first number that neither has.</summary>
    private static ImmutableArray<JoinColumn> BothSides(ImmutableArray<ColumnSymbol> left, ImmutableArray<ColumnSymbol> right)
    {
        var leftNames = new HashSet<string>(left.Length, StringComparer.Ordinal);
        var names = new UniqueNames();
        var output = ImmutableArray.CreateBuilder<JoinColumn>(left.Length + right.Length);
        foreach (var column in left)
        {
            leftNames.Add(names.Take(column.Name));
            output.Add(new(column, Binding.JoinSide.Left, column));
        }

        foreach (var column in right)
        {
            if (!leftNames.Contains(column.Name))
                names.Take(column.Name);
        }

        foreach (var column in right)
        {
            var shown = leftNames.Contains(column.Name) ? new ColumnSymbol(names.Take(column.Name), column.Type, column.HoldsJson) : column;
            output.Add(new(shown, Binding.JoinSide.Right, column));
        }

        return output.MoveToImmutable();
    }

    private static ImmutableArray<JoinColumn> HiddenOf(RowScope left, RowScope right)
    {
        var hidden = ImmutableArray.CreateBuilder<JoinColumn>();
        foreach (var column in left.Relation.HiddenColumns)
        {
            if (!right.Columns.Any(c => c.Name == column.Name))
                hidden.Add(new(column, Binding.JoinSide.Left, column));
        }

        foreach (var column in right.Relation.HiddenColumns)
        {
            if (left.Find(column.Name) is null)
                hidden.Add(new(column, Binding.JoinSide.Right, column));
        }

        return hidden.ToImmutable();
    }

    private ImmutableArray<JoinKey> BindJoinKeys(IReadOnlyList<Expression> conditions, RowScope left, RowScope right, Scope scope)
    {
        var inner = scope with { Rows = left, Right = right };
        var keys = ImmutableArray.CreateBuilder<JoinKey>(conditions.Count);
        foreach (var condition in conditions)
            AddJoinKeys(condition, left, right, inner, keys);
        return keys.ToImmutable();
    }

    private void AddJoinKeys(Expression condition, RowScope left, RowScope right, Scope scope, ImmutableArray<JoinKey>.Builder keys)
    {
        switch (condition)
        {
            case ParenthesizedExpression parenthesized:
                AddJoinKeys(parenthesized.Inner, left, right, scope, keys);
                break;
            case BinaryExpression { Operator: BinaryOperator.And } both:
                AddJoinKeys(both.Left, left, right, scope, keys);
                AddJoinKeys(both.Right, left, right, scope, keys);
                break;
            case NameExpression name:
                AddCommonColumn(name, left, right, scope, keys);
                break;
            case BinaryExpression { Operator: BinaryOperator.Equal } equal:
                AddEquality(equal, scope, keys);
                break;
            default:
                BindAny(condition, scope);
                _diagnostics.Error("KS182", condition.Span, "A join condition is a column that both sides have, or '$left.a == $right.b'.");
                break;
        }
    }

    private void AddCommonColumn(NameExpression expression, RowScope left, RowScope right, Scope scope, ImmutableArray<JoinKey>.Builder keys)
    {
        var name = expression.Name.Text;
        var onLeft = left.Find(name);
        var onRight = right.Find(name);
        if (onLeft is null && left.OpenAt is { } leftStep)
            onLeft = inferred.Add(leftStep, name);
        if (onRight is null && right.OpenAt is { } rightStep)
            onRight = inferred.Add(rightStep, name);
        if (onLeft is not null && onRight is not null)
        {
            var span = expression.Span;
            if (onLeft.Type != onRight.Type && onLeft.Type != KqlType.Unknown && onRight.Type != KqlType.Unknown)
                _diagnostics.Error("KS227", span, $"'join' operator: '{name}' is {onLeft.Type.Name()} on the left and {onRight.Type.Name()} on the right.");
            else if (onLeft.Type == KqlType.Dynamic)
                _diagnostics.Error("KS241", span, $"'join' operator: '{name}' is dynamic and can't be a join key: convert it, with tostring() for instance.");
            keys.Add(new(new BoundColumn(onLeft) { Span = span }, new BoundColumn(onRight) { Span = span }));
        }
        else if (left.IsWrong || right.IsWrong)
        {
            // which side lacks it can't be known
        }
        else if (onLeft is null && onRight is null)
        {
            Unresolved(expression, scope);
        }
        else
        {
            _diagnostics.Error("KS145", expression.Span, $"'join' operator: '{name}' must be a column on both sides; the {(onLeft is null ? "left" : "right")} side has none of that name.");
        }
    }

    private void AddEquality(BinaryExpression equal, Scope scope, ImmutableArray<JoinKey>.Builder keys)
    {
        var left = BindJoinOperand(equal.Left, Syntax.JoinSide.Left, scope);
        var right = BindJoinOperand(equal.Right, Syntax.JoinSide.Right, scope);
        if (left is null || right is null)
            return;
        if (left.Type == KqlType.Dynamic || right.Type == KqlType.Dynamic)
        {
            var span = left.Type == KqlType.Dynamic ? equal.Left.Span : equal.Right.Span;
            _diagnostics.Error("KS241", span, "'join' operator: a dynamic value can't be a join key: convert it, with tostring() for instance.");
        }
        else if (!AreComparable(left.Type, right.Type))
        {
            _diagnostics.Error("KS242", equal.Span, $"'join' operator: {left.Type.Name()} on the left and {right.Type.Name()} on the right can't be compared.");
        }
        else
        {
            var common = CommonType.Of(left.Type, right.Type) ?? left.Type;
            keys.Add(new(Converted(left, common), Converted(right, common)));
        }
    }

    private static bool AreComparable(KqlType left, KqlType right) =>
        left == right || left == KqlType.Unknown || right == KqlType.Unknown || (left.IsInteger() && right.IsInteger());

    private BoundColumn? BindJoinOperand(Expression operand, Syntax.JoinSide side, Scope scope)
    {
        if (operand is PathExpression { Target: JoinSideExpression written, Selector: NameExpression } path && written.Side == side)
            return BindSideColumn(written, path.Selector, scope).Scalar is BoundColumn column ? column : null;
        BindAny(operand, scope);
        _diagnostics.Error("KS183", operand.Span, $"'join' operator: {(side == Syntax.JoinSide.Left ? "'$left.column' belongs on the left" : "'$right.column' belongs on the right")} of '=='.");
        return null;
    }
}
