using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;
using Drever.Kql.Text;

namespace Drever.Kql.Binding;

/// <summary>Operators: each is a function of its operands, found by its text.</summary>
internal sealed partial class QueryBinder
{
    private BoundExpression BindBinary(BinaryExpression binary, Scope scope)
    {
        if (binary.Left is StarExpression)
            return BindAnyColumn(binary, scope);
        var left = BindScalar(binary.Left, scope);
        var right = BindScalar(binary.Right, scope);
        return BindOperator(OperatorTexts.Of(binary.Operator), binary.OperatorSpan, binary.Span, left, right);
    }

    private BoundExpression BindUnary(UnaryExpression unary, Scope scope)
    {
        var operand = BindScalar(unary.Operand, scope);
        var text = unary.Operator == UnaryOperator.Minus ? "-x" : "+x";
        if (operand is BoundLiteral literal && unary.Operator == UnaryOperator.Minus && Negated(literal.Value) is { } negated)
            return new BoundLiteral(negated, literal.Type) { Span = unary.Span };
        return BindOperator(text, new TextSpan(unary.Span.Start, 1), unary.Span, operand);
    }

    /// <summary>A negative number is a literal, so that it can stand where only a literal may.</summary>
    private static object? Negated(object? value) => value switch
    {
        long number when number != long.MinValue => -number,
        double number => -number,
        KqlTimeSpan span when span.Ticks != long.MinValue => new KqlTimeSpan(-span.Ticks),
        _ => null,
    };

    private BoundExpression BindBetween(BetweenExpression between, Scope scope)
    {
        var value = BindScalar(between.Operand, scope);
        var from = BindScalar(between.From, scope);
        var to = BindScalar(between.To, scope);
        var text = between.IsNegated ? "!between" : "between";
        if (value is BoundErrorExpression || from is BoundErrorExpression || to is BoundErrorExpression || context.Functions.FindOperator(text) is not { } function)
            return Wrong;

        Argument[] arguments = [new(value), new(from), new(to)];
        var signature = SignatureMatcher.Choose(function, arguments, out _);
        if (signature is null || ArgumentMatcher.Rate(signature, 0, arguments) == Match.None)
        {
            OperandsDoNotFit(between.OperatorSpan, text, arguments);
            return Wrong;
        }

        var isRight = CheckEnd(signature, 1, arguments, between.From.Span) & CheckEnd(signature, 2, arguments, between.To.Span);
        return isRight ? new BoundCall(function, signature, Operands(signature, [value, from, to]), KqlType.Bool) { Span = between.Span } : Wrong;
    }

    /// <summary>An end of a range has the type of the value itself, where the signature says so.</summary>
    private bool CheckEnd(Signature signature, int index, Argument[] arguments, TextSpan span)
    {
        var parameter = SignatureMatcher.ParameterAt(signature, index, arguments);
        if (!CheckType(signature, parameter, index, arguments, span))
            return false;
        var first = arguments[0].Type;
        if (parameter.Kind != ParameterKind.Parameter0 || arguments[index].Type == first || arguments[index].Type == KqlType.Unknown || first == KqlType.Unknown)
            return true;
        _diagnostics.TypeRequired(span, first);
        return false;
    }

    private BoundExpression BindIn(InExpression set, Scope scope)
    {
        var text = OperatorTexts.Of(set.Operator);
        if (set.Left is StarExpression)
            return BindAnyColumnIn(set, text, scope);
        return BindInValues(set, text, BindScalar(set.Left, scope), BindItems(set, scope));
    }

    private BoundExpression[] BindItems(InExpression set, Scope scope)
    {
        var items = new BoundExpression[set.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var item = BindAny(set.Items[i], scope);
            items[i] = item.Scalar ?? SetOf(item.Table!, set.Items[i].Span, isOnly: items.Length == 1);
        }

        return items;
    }

    private BoundExpression BindInValues(InExpression set, string text, BoundExpression value, BoundExpression[] items)
    {
        if (value is BoundErrorExpression || Array.Exists(items, i => i is BoundErrorExpression))
            return new BoundErrorExpression { Span = set.Span };
        if (context.Functions.FindOperator(text) is not { } function)
            return Wrong;
        Argument[] arguments = [new Argument(value), .. items.Select(i => new Argument(i))];
        if (SignatureMatcher.Choose(function, arguments, out var fits) is { } signature && fits)
            return new BoundCall(function, signature, [value, .. items], KqlType.Bool) { Span = set.Span };
        if (value.Type is not (KqlType.String or KqlType.Dynamic))
            _diagnostics.TypeExpected(set.Left.Span, [KqlType.String, KqlType.Dynamic]);
        else
            OperandsDoNotFit(set.OperatorSpan, text, arguments);
        return Wrong;
    }

    /// <summary>A table among the values of a set: its first column.</summary>
    private BoundExpression SetOf(RowScope rows, TextSpan span, bool isOnly)
    {
        if (rows.IsWrong)
            return Wrong;
        if (!isOnly)
        {
            _diagnostics.NotScalar(span);
            return Wrong;
        }

        if (rows.Columns.IsEmpty && !rows.IsOpen)
        {
            _diagnostics.Error("KS190", span, "The table has no columns.");
            return Wrong;
        }

        _sizes.Add(rows.Relation, rows.Size);
        return new BoundTableArgument(rows.Relation) { Span = span };
    }

    private BoundExpression BindOperator(string text, TextSpan at, TextSpan whole, params ReadOnlySpan<BoundExpression> operands)
    {
        foreach (var operand in operands)
        {
            if (operand is BoundErrorExpression)
                return Wrong;
        }

        if (context.Functions.FindOperator(text) is not { } function)
        {
            _diagnostics.Error("KS106", at, $"'{text}' is not an operator that Drever knows.");
            return Wrong;
        }

        Span<Argument> arguments = new Argument[operands.Length];
        for (var i = 0; i < operands.Length; i++)
            arguments[i] = new Argument(operands[i]);
        var signature = SignatureMatcher.Choose(function, arguments, out var fits);
        if (signature is null || !fits)
        {
            OperandsDoNotFit(at, text, arguments);
            return Wrong;
        }

        var type = ReturnTypes.Of(function, signature, arguments);
        return new BoundCall(function, signature, Operands(signature, operands), type) { Span = whole };
    }

    /// <summary>Numbers of different kinds meet in the widest; everything else stays as it is.</summary>
    private static ImmutableArray<BoundExpression> Operands(Signature signature, ReadOnlySpan<BoundExpression> operands)
    {
        var widest = KqlType.Unknown;
        foreach (var operand in operands)
        {
            if (!operand.Type.IsNumeric())
                return [.. operands];
            widest = operand.Type > widest ? operand.Type : widest;
        }

        if (signature.Returns == ReturnKind.Widest && widest == KqlType.Int)
            widest = KqlType.Long;
        var converted = ImmutableArray.CreateBuilder<BoundExpression>(operands.Length);
        foreach (var operand in operands)
            converted.Add(Converted(operand, widest));
        return converted.MoveToImmutable();
    }

    private void OperandsDoNotFit(TextSpan at, string text, ReadOnlySpan<Argument> arguments)
    {
        var names = "";
        for (var i = 0; i < arguments.Length; i++)
            names += (i == 0 ? "" : i == arguments.Length - 1 ? " and " : ", ") + (arguments[i].IsTable ? "a table" : arguments[i].Type.Name());
        _diagnostics.Error("KS106", at, $"'{text.TrimEnd('x')}' can't be applied to {names}.");
    }
}
