using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary><c>evaluate</c> and <c>invoke</c>.</summary>
internal sealed partial class QueryBinder
{
    private RowScope BindEvaluate(EvaluateOperator evaluate, RowScope? input, Scope scope)
    {
        var name = evaluate.Call.Name.Text;
        if (context.Functions.FindPlugin(name) is not { } plugin)
        {
            _diagnostics.UnknownFunction("KS124", evaluate.Call.Name.Span, scope.Operator, name, null);
            return WrongTable;
        }

        var inner = scope with { Calls = CallContext.Plugin };
        foreach (var argument in evaluate.Call.Arguments)
            BindArgumentValue(argument, inner);
        _ = plugin;
        var columns = input?.Columns ?? [];
        return new RowScope(new BoundPending(name, input is null ? [] : [input.Relation], [.. columns, .. inferred.Of(evaluate)]) { IsOpen = true, Span = evaluate.Span }) { OpenAt = evaluate };
    }

    private RowScope BindInvoke(InvokeOperator invoke, RowScope input, Scope scope)
    {
        if (invoke.Function is not FunctionCall call)
        {
            _diagnostics.Error("KS211", invoke.Function.Span, "'invoke' operator: the call of a function belongs here.");
            return WrongTable;
        }

        if (scope.Locals.Find(call.Name.Text) is LocalFunction function)
            return RequireTable(CallDeclared(function, call, call.Name.Span, scope with { Rows = null }, input), call);
        if (context.FindServiceFunction(call.Name.Text) is { IsInvoked: true } service)
            return CallService(service, call, input, scope);
        _diagnostics.UnknownFunction("KS211", call.Name.Span, scope.Operator, call.Name.Text, NearestName.Of(call.Name.Text, context.ServiceFunctions.Select(f => f.Name)));
        return WrongTable;
    }
}
