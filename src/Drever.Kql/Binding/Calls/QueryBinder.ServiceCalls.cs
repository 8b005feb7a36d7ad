using System.Collections.Immutable;
using System.Globalization;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>Functions of the hunting schema: <c>invoke FileProfile(SHA1, 1000)</c>, <c>AssignedIPAddresses("id")</c>.</summary>
internal sealed partial class QueryBinder
{
    /// <summary>What is bound is the body of such a function that is not held to the query's window.</summary>
    private bool _readsAllTime;

    private RowScope CallService(ServiceFunction function, FunctionCall call, RowScope? input, Scope scope)
    {
        var inner = input is null ? scope : scope with { Rows = input };
        foreach (var argument in call.Arguments)
            BindArgumentValue(argument, inner);
        var required = function.Parameters.Count(p => p.IsRequired);
        if (call.Arguments.Count < required || call.Arguments.Count > function.Parameters.Length)
            _diagnostics.ArgumentCount(call.Name.Span, function.Name, required, function.Parameters.Length);
        else if (function.Body is { } body && input is not { IsWrong: true } && !_diagnostics.HasErrors)
            return ExpandService(function, body, call, input, inner);
        var columns = input is null ? function.Columns : ServiceColumns(function, input.Columns);
        var relation = new BoundPending(function.Name, input is null ? [] : [input.Relation], columns) { Span = call.Span };
        return input is null ? new RowScope(relation) : input.Like(relation);
    }

    /// <summary>The function's body, which knows no name of the query's, with the input and the arguments in the place of its parameters.</summary>
    private RowScope ExpandService(ServiceFunction function, FunctionDeclaration body, FunctionCall call, RowScope? input, Scope scope)
    {
        var locals = new LocalScope(null);
        if (input is not null && function.Result == ServiceResult.AppendsAndReplaces)
            input = Chosen(new InvokeOperator(call.Span, [], call), input, input.Columns.Where(c => !function.Columns.Any(f => f.Name == c.Name)));
        if (input is not null)
            locals.Add(body.Parameters[0].Name.Text, new LocalTable(input));
        for (var i = 0; i < function.Parameters.Length; i++)
        {
            var parameter = function.Parameters[i];
            var argument = call.Arguments.OfType<NamedExpression>().FirstOrDefault(a => a.Names[0].Text == parameter.Name)?.Value
                ?? (i < call.Arguments.Count && call.Arguments[i] is not NamedExpression ? call.Arguments[i] : null);
            if (ServiceArgument(function, parameter, argument, call, scope) is not { } value)
                return WrongTable;
            locals.Add(parameter.Name, Named(value));
        }

        var outer = _readsAllTime;
        _readsAllTime |= function.ReadsAllTime;
        var result = RequireTable(Expand(new LocalFunction(function.Name, body, new LocalScope(null)), locals, call.Name.Span), call);
        _readsAllTime = outer;
        return result;
    }

    /// <summary>The value of a parameter; null after a diagnostic.</summary>
    private BoundExpression? ServiceArgument(ServiceFunction function, ServiceParameter parameter, Expression? argument, FunctionCall call, Scope scope)
    {
        var value = argument is null ? null : BindScalar(argument, scope);
        if (parameter.IsColumn && value is null or BoundLiteral { Value: string })
        {
            var name = value is BoundLiteral { Value: string quoted } ? quoted : parameter.Default!;
            if (scope.Rows?.Find(name) is { } column)
                return new BoundColumn(column) { Span = argument?.Span ?? call.Span };
            _diagnostics.UnknownScalar(argument?.Span ?? call.Name.Span, scope.Operator, name, scope.Rows is null ? null : NearestColumn(name, scope));
            return null;
        }

        if (value is null)
            return Default(parameter);
        if (value is BoundErrorExpression)
            return null;
        if (!parameter.IsColumn && value is not BoundLiteral)
        {
            _diagnostics.Error(WrongColumns, argument!.Span, $"{function.Name}(): '{parameter.Name}' must be a literal.");
            return null;
        }

        return value;
    }

    private static BoundLiteral Default(ServiceParameter parameter) => parameter.Default is { Length: > 0 } && parameter.Type is KqlType.Int or KqlType.Long
        ? new BoundLiteral(long.Parse(parameter.Default!, CultureInfo.InvariantCulture), KqlType.Long)
        : new BoundLiteral(parameter.Type == KqlType.String ? parameter.Default ?? "" : null, parameter.Type);

    private static ImmutableArray<ColumnSymbol> ServiceColumns(ServiceFunction function, ImmutableArray<ColumnSymbol> input)
    {
        switch (function.Result)
        {
            case ServiceResult.Filters:
                return input;
            case ServiceResult.Table:
                return function.Columns;
            case ServiceResult.AppendsAndReplaces:
                return [.. input.Where(c => !function.Columns.Any(f => f.Name == c.Name)), .. function.Columns];
            default:
                var names = new UniqueNames();
                var columns = ImmutableArray.CreateBuilder<ColumnSymbol>(input.Length + function.Columns.Length);
                foreach (var column in input)
                {
                    names.Take(column.Name);
                    columns.Add(column);
                }

                foreach (var column in function.Columns)
                {
                    var name = names.Take(column.Name);
                    columns.Add(name == column.Name ? column : new ColumnSymbol(name, column.Type));
                }

                return columns.MoveToImmutable();
        }
    }
}
