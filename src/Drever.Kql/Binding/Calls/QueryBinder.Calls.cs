using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>Calls: a function that the query declares, one of the service, one of the language.</summary>
internal sealed partial class QueryBinder
{
    private Operand BindCall(FunctionCall call, Scope scope)
    {
        var name = call.Name.Text;
        switch (scope.Locals.Find(name))
        {
            case LocalFunction declared:
                return CallDeclared(declared, call, call.Name.Span, scope);
            case LocalPattern pattern:
                return CallPattern(pattern, call, null, default, scope);
            case LocalError:
                return Wrong;
        }

        if (context.FindServiceFunction(name) is { IsInvoked: false } service)
            return CallService(service, call, null, scope);
        if (SpecialTable(call, scope) is { } table)
            return table;
        if (FindFunction(call, scope) is not { } function)
        {
            foreach (var argument in call.Arguments)
                BindArgumentValue(argument, scope);
            return Wrong;
        }

        return BindSpecial(function, call, scope) ?? BindFunction(function, call, scope);
    }

    private FunctionSymbol? FindFunction(FunctionCall call, Scope scope)
    {
        var name = call.Name.Text;
        var functions = context.Functions;
        var found = scope.Calls == CallContext.Aggregate ? functions.FindAggregate(name) ?? functions.FindFunction(name) : functions.FindFunction(name);
        // any() is a function of graph patterns, and an aggregate
        if (found is not null && (found.Kind == FunctionKind.Aggregate || functions.FindAggregate(name) is null || found.Signatures.Any(s => SignatureMatcher.TakesCount(s, call.Arguments.Count))))
            return found;
        if (functions.FindPlugin(name) is not null)
            _diagnostics.Error("KS126", call.Name.Span, $"{name}() is a plugin: it stands behind 'evaluate'.");
        else if (functions.FindAggregate(name) is not null)
            _diagnostics.Error("KS144", call.Name.Span, $"{name}() is an aggregate and can't stand here.");
        else
            _diagnostics.UnknownFunction("KS211", call.Name.Span, scope.Operator, name, NearestName.Of(name, FunctionNames(scope)));
        return null;
    }

    private IEnumerable<string> FunctionNames(Scope scope) =>
        scope.Locals.Names.Concat(context.Functions.All.Where(f => !f.IsHidden && f.Kind is not (FunctionKind.Operator or FunctionKind.Plugin)).Select(f => f.Name));

    private BoundExpression BindFunction(FunctionSymbol function, FunctionCall call, Scope scope)
    {
        // what stands inside of an aggregate is of one row again
        var inner = function.Kind == FunctionKind.Aggregate ? scope with { Calls = CallContext.Scalar } : scope;
        var arguments = new Argument[call.Arguments.Count];
        var isWrong = false;
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = new Argument(BindArgumentValue(call.Arguments[i], inner));
            isWrong |= arguments[i].Value is BoundErrorExpression;
        }

        if (!CheckCount(function, call, arguments) || isWrong)
            return Wrong;
        var signature = SignatureMatcher.Choose(function, arguments, out var fits);
        if (signature is null)
        {
            NoSignature(function, call, arguments);
            return Wrong;
        }

        if (HasNoCommonType(signature, arguments))
        {
            _diagnostics.Error("KS232", call.Name.Span, $"{function.Name}(): the values have no type in common.");
            return Wrong;
        }

        if (!CheckArguments(signature, call, arguments, inner) || !fits)
            return Wrong;
        if (NeedsOrder(function) && !CheckWindow(call, scope))
            return Wrong;
        var type = ReturnTypes.Of(function, signature, arguments);
        return new BoundCall(function, signature, Arguments(function, signature, arguments, type, scope), type) { Span = call.Span };
    }

    private BoundExpression BindArgumentValue(Expression argument, Scope scope)
    {
        switch (argument)
        {
            case StarExpression:
                return new BoundStar { Span = argument.Span };
            case NamedExpression named:
                // functions of the language take arguments by place; a name is only for the reader
                return BindArgumentValue(named.Value, scope);
            default:
                var value = BindAny(argument, scope);
                if (value.Scalar is { } scalar)
                    return scalar;
                return value.Table!.IsWrong ? Wrong : new BoundTableArgument(value.Table.Relation) { Span = argument.Span };
        }
    }

    private bool CheckCount(FunctionSymbol function, FunctionCall call, Argument[] arguments)
    {
        foreach (var signature in function.Signatures)
        {
            if (SignatureMatcher.TakesCount(signature, arguments.Length))
                return true;
        }

        var meant = SignatureMatcher.Meant(function, arguments);
        if (meant is null && Array.Exists(arguments, a => a.Value is BoundErrorExpression))
            return false;
        if (meant is null)
            NoSignature(function, call, arguments);
        else if (meant.BlockLength > 0 && arguments.Length >= meant.MinArguments)
            _diagnostics.Error("KS121", call.Name.Span, FormattableString.Invariant($"{function.Name}(): function can't be called with {arguments.Length} argument(s)."));
        else
            _diagnostics.ArgumentCount(call.Name.Span, function.Name, meant.MinArguments, meant.MaxArguments, meant.Parameters.Any(p => p.Max > 1));
        return false;
    }

    /// <summary>Several signatures, none of which fits better than the others: the whole list is wrong.</summary>
    private void NoSignature(FunctionSymbol function, FunctionCall call, Argument[] arguments)
    {
        var types = string.Join(", ", arguments.Select(a => a.IsTable ? "table" : a.IsStar ? "*" : a.Value is BoundTypeLiteral ? "type" : a.Type.Name()));
        _diagnostics.Error("KS127", call.Name.Span, $"{function.Name}() can't be called with ({types}).");
    }

    private static bool HasNoCommonType(Signature signature, Argument[] arguments) =>
        signature.Returns == ReturnKind.Common
        && Array.TrueForAll(arguments, a => a.Type != KqlType.Unknown && !a.IsStar && !a.IsTable && (signature.Parameters[0].Kind != ParameterKind.CommonOrderable || a.Type.IsOrderable()))
        && CommonType.Of(signature, arguments, ignoreDynamic: false) == KqlType.Unknown;

    /// <summary>Functions that are only declared yet are not told apart by their kind.</summary>
    private static bool NeedsOrder(FunctionSymbol function) => function.Kind == FunctionKind.Window
        || (function.IsPending && function.Name is "prev" or "next" or "row_number" or "row_cumsum" or "row_rank" or "row_rank_dense" or "row_rank_min" or "row_window_session");

    private bool CheckWindow(FunctionCall call, Scope scope)
    {
        if (scope.Rows is null or { IsSerialized: true } or { IsWrong: true })
            return true;
        _diagnostics.Error("KS144", call.Name.Span, $"{call.Name.Text}() needs rows in an order: put 'sort' or 'serialize' before it.");
        return false;
    }

    /// <summary>The arguments as the function takes them: <c>*</c> written out, conversions of the language made.</summary>
    private static ImmutableArray<BoundExpression> Arguments(FunctionSymbol function, Signature signature, Argument[] arguments, KqlType type, Scope scope)
    {
        var bound = ImmutableArray.CreateBuilder<BoundExpression>(arguments.Length);
        var common = KqlType.Unknown;
        var commonKnown = false;
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = arguments[i].Value;
            if (arguments[i].IsStar)
            {
                AddStar(bound, arguments, scope);
                continue;
            }

            var parameter = SignatureMatcher.ParameterAt(signature, i, arguments);
            switch (parameter.Kind)
            {
                case ParameterKind.Declared when parameter.Types.Length == 1 && value.Type != parameter.Types[0]:
                    value = Converted(value, parameter.Types[0]);
                    break;
                case ParameterKind.CommonScalar or ParameterKind.CommonScalarOrDynamic or ParameterKind.CommonOrderable:
                    if (!commonKnown)
                        (common, commonKnown) = (CommonType.Of(signature, arguments, signature.Returns == ReturnKind.CommonNonDynamic), true);
                    value = Converted(value, common);
                    break;
                case ParameterKind.Number when signature.Returns == ReturnKind.Widest:
                    value = Converted(value, type);
                    break;
            }

            bound.Add(value);
        }

        _ = function;
        return bound.ToImmutable();
    }

    private static void AddStar(ImmutableArray<BoundExpression>.Builder bound, Argument[] arguments, Scope scope)
    {
        foreach (var column in scope.Rows?.Columns ?? [])
        {
            if (!scope.Keys.Contains(column) && !Array.Exists(arguments, a => a.Value is BoundColumn named && ReferenceEquals(named.Column, column)))
                bound.Add(new BoundColumn(column));
        }
    }
}
