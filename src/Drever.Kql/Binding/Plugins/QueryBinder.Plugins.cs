using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary><c>evaluate</c> and <c>invoke</c>.</summary>
internal sealed partial class QueryBinder
{
    /// <summary>The columns that a plugin is to make can't be made. The code is Drever's own: the service finds it when the query runs.</summary>
    private const string WrongColumns = "DR1003";

    private readonly Dictionary<EvaluateOperator, int> _occurrences = new(ReferenceEqualityComparer.Instance);

    private RowScope BindEvaluate(EvaluateOperator evaluate, RowScope? input, Scope scope)
    {
        var call = evaluate.Call;
        var name = call.Name.Text;
        if (context.Functions.FindPlugin(name) is not { } plugin)
        {
            NotAPlugin(call, scope);
            return WrongTable;
        }

        var before = _diagnostics.Count;
        var bound = BindPlugin(plugin, call, input, scope);
        if (_diagnostics.Count > before && _diagnostics.HasErrors)
            return WrongTable;
        var (columns, isOpen) = evaluate.Schema is { } schema ? (DeclaredResult(schema, PluginColumns.Of(bound)), false) : (PluginColumns.Of(bound), PluginColumns.IsOpen(name));
        if (isOpen)
            columns = [.. columns, .. inferred.Of(evaluate).Where(c => !columns.Any(known => known.Name == c.Name))];
        if (PluginRelation(evaluate, bound, input, columns) is not { } relation)
            return WrongTable;
        return new RowScope(relation)
        {
            OpenAt = isOpen ? evaluate : input?.OpenAt,
            IsWrong = input is { IsWrong: true },
            Size = ((input?.Size ?? default) + (bound.Lookup?.Size ?? default)).Over(),
        };
    }

    /// <summary>What the plugin does to its input; null after a diagnostic.</summary>
    private BoundRelation? PluginRelation(EvaluateOperator evaluate, PluginCall call, RowScope? input, ImmutableArray<ColumnSymbol> columns)
    {
        switch (call.Name)
        {
            case "bag_unpack" when input is { IsWrong: false }:
                return BindBagUnpack(evaluate, call, input, columns);
            case "pivot" when input is { IsWrong: false }:
                return BindPivot(evaluate, call, input, columns);
        }

        var inputs = call.Lookup is null ? [] : ImmutableArray.Create(call.Lookup.Relation);
        if (input is not null)
            inputs = inputs.Insert(0, input.Relation);
        return new BoundPending(call.Name, inputs, columns) { IsOpen = evaluate.Schema is null && PluginColumns.IsOpen(call.Name), Span = evaluate.Span };
    }

    private OpenStep NextStep(EvaluateOperator evaluate)
    {
        var occurrence = _occurrences.GetValueOrDefault(evaluate);
        _occurrences[evaluate] = occurrence + 1;
        return new OpenStep(evaluate, occurrence);
    }

    /// <summary>The value by the function of its new type: <c>tolong(x)</c>. What is of no type, or dynamic, stays as it is.</summary>
    private BoundExpression ConvertedBy(KqlType type, BoundExpression value)
    {
        var name = type switch
        {
            KqlType.String => "tostring",
            KqlType.Long => "tolong",
            KqlType.Int => "toint",
            KqlType.Real => "toreal",
            KqlType.Bool => "tobool",
            KqlType.DateTime => "todatetime",
            KqlType.TimeSpan => "totimespan",
            KqlType.Guid => "toguid",
            KqlType.Decimal => "todecimal",
            _ => null,
        };
        if (name is null)
            return type == KqlType.Dynamic ? Converted(value, KqlType.Dynamic) : value;
        return context.Functions.FindFunction(name) is { } function ? new BoundCall(function, function.Signatures[0], [value], type) : value;
    }

    private void NotAPlugin(FunctionCall call, Scope scope)
    {
        var name = call.Name.Text;
        if (context.Functions.FindAggregate(name) is not null)
            _diagnostics.Error("KS144", call.Name.Span, $"{name}() is an aggregate and can't stand here.");
        else if (context.Functions.FindFunction(name) is not null || scope.Locals.Find(name) is not null)
            _diagnostics.Error("KS237", call.Name.Span, $"{name}() is not a plugin.");
        else
            _diagnostics.UnknownFunction("KS124", call.Name.Span, scope.Operator, name, NearestName.Of(name, context.Functions.All.Where(f => f.Kind == FunctionKind.Plugin && !f.IsHidden).Select(f => f.Name)));
    }

    private PluginCall BindPlugin(FunctionSymbol plugin, FunctionCall call, RowScope? input, Scope scope)
    {
        var arguments = new List<Argument>(call.Arguments.Count);
        var positional = new List<Expression>(call.Arguments.Count);
        var names = new List<string?>(call.Arguments.Count);
        var options = new List<string?>(call.Arguments.Count);
        RowScope? lookup = null;
        var isWrong = false;
        foreach (var argument in call.Arguments)
        {
            var named = argument as NamedExpression;
            var parameter = named is null ? ParameterOf(plugin, positional.Count) : ParameterOf(plugin, named.Names[0].Text);
            var value = named?.Value ?? argument;
            if (parameter is { Kind: ParameterKind.Tabular })
            {
                lookup = BindTable(value, scope with { Rows = null });
                arguments.Add(new(new BoundTableArgument(lookup.Relation) { Span = value.Span }));
            }
            else
            {
                arguments.Add(new(BindArgumentValue(value, ArgumentScope(parameter, lookup, scope))));
            }

            isWrong |= arguments[^1].Value is BoundErrorExpression;
            positional.Add(value);
            names.Add(named is null || parameter is not null ? null : named.Names[0].Text);
            options.Add(named is null || parameter is null ? null : named.Names[0].Text);
        }

        if (!isWrong)
            CheckPlugin(plugin, call, [.. arguments], positional, scope);
        return new PluginCall(plugin.Name, input?.Columns ?? [], [.. arguments.Select(a => a.Value)], [.. names], positional.Count > 0 ? ResultName(positional[0], scope) : null, lookup, PluginSchema(positional), [.. options]);
    }

    private void CheckPlugin(FunctionSymbol plugin, FunctionCall call, Argument[] arguments, List<Expression> positional, Scope scope)
    {
        // options given by name may stand in any place, so places can't be checked
        // nor can those of its steps, of which there are any number before the dimensions
        if (plugin.Name is "sequence_detect" or "new_activity_metrics" || call.Arguments.Any(a => a is NamedExpression named && ParameterOf(plugin, named.Names[0].Text) is not null))
            return;
        if (!CheckCount(plugin, call, arguments))
            return;
        var signature = SignatureMatcher.Choose(plugin, arguments, out _) ?? plugin.Signatures[0];
        CheckArguments(signature, call with { Arguments = positional }, arguments, scope with { Calls = CallContext.Plugin });
    }

    /// <summary>Keys of a lookup table are looked for in that table, an aggregate is one, all else is of the row.</summary>
    private static Scope ArgumentScope(Parameter? parameter, RowScope? lookup, Scope scope)
    {
        if (parameter is { Argument: ArgumentKind.Aggregate })
            return scope with { Calls = CallContext.Aggregate };
        var isOfLookup = lookup is not null && parameter is { Name: "IPv4LookupKey" or "IPv6LookupKey" or "LookupPolygonKey" or "LookupLineKey" or "ExtraKey" };
        return scope with { Calls = CallContext.Scalar, Rows = isOfLookup ? lookup : scope.Rows };
    }

    private static Parameter? ParameterOf(FunctionSymbol plugin, int index)
    {
        var parameters = plugin.Signatures[0].Parameters;
        foreach (var parameter in parameters)
        {
            if (index < parameter.Max)
                return parameter;
            index -= parameter.Max;
        }

        return parameters.IsEmpty ? null : parameters[^1];
    }

    private static Parameter? ParameterOf(FunctionSymbol plugin, string name)
    {
        foreach (var signature in plugin.Signatures)
        {
            foreach (var parameter in signature.Parameters)
            {
                if (string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase))
                    return parameter;
            }
        }

        // options of the documentation that the signature does not have: bag_unpack(d, columnsConflict='keep_source')
        return name is "columnsConflict" or "ignoredProperties" or "column_prefix" or "return_unmatched" ? new Parameter(name, ParameterKind.Any) : null;
    }

    /// <summary>The columns of <c>typeof(*, x:long)</c>, where the first argument is one; null where there is none.</summary>
    private PluginSchema? PluginSchema(List<Expression> arguments) =>
        arguments is [TypeOfLiteral { Type: SchemaTypeSyntax schema }, ..] ? new(schema.IsOpen, DeclaredColumns(schema)) : null;

    private ImmutableArray<ColumnSymbol> DeclaredResult(EvaluateSchema schema, ImmutableArray<ColumnSymbol> columns)
    {
        var declared = DeclaredColumns(schema.Columns);
        return schema.KeepsInput ? [.. columns.Where(c => !declared.Any(d => d.Name == c.Name)), .. declared] : declared;
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
        if (context.Functions.FindAggregate(call.Name.Text) is not null)
        {
            _diagnostics.Error("KS144", call.Name.Span, $"{call.Name.Text}() is an aggregate and can't stand here.");
            return WrongTable;
        }

        var names = context.ServiceFunctions.Where(f => f.IsInvoked).Select(f => f.Name).Concat(scope.Locals.Names);
        _diagnostics.UnknownFunction("KS211", call.Name.Span, scope.Operator, call.Name.Text, NearestName.Of(call.Name.Text, names));
        return WrongTable;
    }
}
