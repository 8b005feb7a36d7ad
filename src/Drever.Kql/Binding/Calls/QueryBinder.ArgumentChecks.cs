using Drever.Kql.Symbols;
using Drever.Kql.Syntax;
using Drever.Kql.Text;

namespace Drever.Kql.Binding;

/// <summary>What each parameter asks of its argument, with the code of the language service for what is wrong with it.</summary>
internal sealed partial class QueryBinder
{
    private bool CheckArguments(Signature signature, FunctionCall call, Argument[] arguments, Scope scope)
    {
        var isRight = true;
        for (var i = 0; i < arguments.Length; i++)
        {
            var span = call.Arguments[i].Span;
            if (call.Arguments[i] is NamedExpression named)
                span = named.Value.Span;
            var parameter = SignatureMatcher.ParameterAt(signature, i, arguments);
            // '~' stands for a plugin's default
            if (scope.Calls == CallContext.Plugin && arguments[i].Value is BoundLiteral { Value: "~" })
                continue;
            isRight &= CheckType(signature, parameter, i, arguments, span) && CheckForm(parameter, arguments[i], span, scope);
        }

        return isRight;
    }

    private bool CheckType(Signature signature, Parameter parameter, int index, Argument[] arguments, TextSpan span)
    {
        if (ArgumentMatcher.Rate(signature, index, arguments) != Match.None)
            return true;
        var argument = arguments[index];
        if (argument.IsStar)
        {
            _diagnostics.Error("KS191", span, "'*' has no meaning here.");
            return false;
        }

        if (argument.IsTable)
        {
            _diagnostics.NotScalar(span);
            return false;
        }

        switch (parameter.Kind)
        {
            case ParameterKind.Declared:
                _diagnostics.TypeExpected(span, parameter.Types.AsSpan());
                break;
            case ParameterKind.Tabular:
                _diagnostics.NotTable(span);
                break;
            case ParameterKind.TypeLiteral:
                _diagnostics.TypeExpected(span, [KqlType.Unknown]);
                break;
            case ParameterKind.Integer:
                _diagnostics.Error("KS134", span, "An integer belongs here.");
                break;
            case ParameterKind.Number or ParameterKind.NumberOrBool:
                _diagnostics.Error("KS137", span, "A number belongs here.");
                break;
            case ParameterKind.Summable:
                _diagnostics.Error("KS138", span, "A number, a datetime or a timespan belongs here.");
                break;
            case ParameterKind.CommonOrderable when arguments[index].Type.IsOrderable():
                _diagnostics.TypeRequired(span, CommonType.Of(signature, arguments, ignoreDynamic: false));
                break;
            case ParameterKind.Orderable or ParameterKind.CommonOrderable:
                _diagnostics.Error("KS206", span, "A value with an order belongs here: a number, a datetime, a timespan, a string or a bool.");
                break;
            case ParameterKind.StringOrDynamic:
                _diagnostics.TypeRequired(span, KqlType.String, KqlType.Dynamic);
                break;
            case ParameterKind.StringOrArray:
                _diagnostics.Error("KS233", span, "A string or an array belongs here.");
                break;
            case ParameterKind.IntegerOrArray:
                _diagnostics.Error("KS136", span, "An integer or an array belongs here.");
                break;
            case ParameterKind.DynamicArray:
                _diagnostics.Error("KS234", span, "An array (a dynamic value) belongs here.");
                break;
            case ParameterKind.DynamicBag:
                _diagnostics.Error("KS235", span, "A property bag (a dynamic value) belongs here.");
                break;
            case ParameterKind.NotBool or ParameterKind.NotDynamic or ParameterKind.NotRealOrBool:
                _diagnostics.Error("KS116", span, $"A {argument.Type.Name()} value can't stand here.");
                break;
            case ParameterKind.CommonScalar or ParameterKind.CommonScalarOrDynamic:
                _diagnostics.TypeRequired(span, CommonType.Of(signature, arguments, ignoreDynamic: false));
                break;
            case ParameterKind.Parameter0 or ParameterKind.Parameter1:
                _diagnostics.TypeRequired(span, arguments[parameter.Kind == ParameterKind.Parameter0 ? 0 : 1].Type);
                break;
        }

        return false;
    }

    private bool CheckForm(Parameter parameter, Argument argument, TextSpan span, Scope scope)
    {
        if (argument.IsStar || argument.Type == KqlType.Unknown && argument.Value is not BoundTypeLiteral)
            return true;
        switch (parameter.Argument)
        {
            case ArgumentKind.Column when argument.Value is not (BoundColumn or BoundRowReference):
                _diagnostics.Error("KS109", span, "The name of a column belongs here.");
                return false;
            case ArgumentKind.Constant when !Constants.IsConstant(argument.Value):
                _diagnostics.Error("KS129", span, "Only a constant can stand here.");
                return false;
            case ArgumentKind.Literal or ArgumentKind.LiteralNotEmpty when !Constants.IsLiteral(argument.Value):
                _diagnostics.Error("KS131", span, "Only a literal can stand here.");
                return false;
            case ArgumentKind.LiteralNotEmpty when argument.Value is BoundLiteral { Value: "" }:
                _diagnostics.Error("KS133", span, "The text can't be empty.");
                return false;
            case ArgumentKind.Literal when parameter.Values.Length > 0 && argument.Value is BoundLiteral { Value: string word } && !IsOneOf(word, parameter):
                _diagnostics.Error("KS140", span, $"'{word}' is none of the words that can stand here: {string.Join(", ", parameter.Values)}.");
                return false;
        }

        return true;
    }

    private static bool IsOneOf(string word, Parameter parameter)
    {
        foreach (var value in parameter.Values)
        {
            if (string.Equals(value, word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
