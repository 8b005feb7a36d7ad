using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;
using Drever.Kql.Text;

namespace Drever.Kql.Binding;

/// <summary>
/// Functions that the query declares. The body is bound once when it is declared, with the parameters as they are declared, which reports
/// its mistakes; and again for each call, with the arguments in the place of the parameters.
/// </summary>
internal sealed partial class QueryBinder
{
    private int _calls;
    private int _callDepth;

    private LocalFunction DeclareFunction(string name, FunctionDeclaration declaration, Scope scope)
    {
        var function = new LocalFunction(name, declaration, scope.Locals);
        var locals = new LocalScope(scope.Locals);
        var scalarSeen = false;
        foreach (var parameter in declaration.Parameters)
        {
            var isTable = parameter.Type is SchemaTypeSyntax;
            if (isTable && scalarSeen)
                _diagnostics.Error("KS226", parameter.Span, "Parameters that are tables come before those that are values.");
            scalarSeen |= !isTable;
            locals.Add(parameter.Name.Text, Placeholder(parameter));
            if (parameter.Default is not null)
                BindScalar(parameter.Default, new Scope(scope.Locals, null));
        }

        var before = _diagnostics.Count;
        var result = BindBody(declaration.Body, locals);
        function.HasErrors = _diagnostics.Count > before && _diagnostics.HasErrors;
        function.IsTabular = result.IsTable;
        return function;
    }

    private LocalItem Placeholder(FunctionParameter parameter)
    {
        if (parameter.Type is SchemaTypeSyntax schema)
            return new LocalTable(new RowScope(new BoundPending("parameter", [], DeclaredColumns(schema))));
        return ScalarType(parameter.Type) is { } type ? Named(new BoundParameter(type)) : new LocalError();
    }

    private Operand BindBody(FunctionBody body, LocalScope locals)
    {
        var scope = new Scope(locals, null);
        var nextColumn = _nextColumn;
        _nextColumn = 1;
        foreach (var statement in body.Statements)
            BindStatement(statement, scope);
        var result = body.Result is null ? (Operand?)null : BindAny(body.Result, scope);
        _nextColumn = nextColumn;
        if (result is { } known)
            return known;
        _diagnostics.Error("KS006", body.Span, "The function has no result.");
        return Wrong;
    }

    /// <summary>A call of a declared function; <paramref name="piped"/> is the table before <c>invoke</c>.</summary>
    private Operand CallDeclared(LocalFunction function, FunctionCall? call, TextSpan nameSpan, Scope scope, RowScope? piped = null)
    {
        var parameters = function.Declaration.Parameters;
        if (call is null && parameters.Count == 0 && function.Result is { } known)
            return known;

        var arguments = MatchArguments(function, call, nameSpan, piped is null ? 0 : 1);
        if (arguments.IsDefault)
            return function.IsTabular ? WrongTable : Wrong;
        var locals = new LocalScope(function.Closure);
        for (var i = 0; i < parameters.Count; i++)
            locals.Add(parameters[i].Name.Text, i == 0 && piped is not null ? TableArgument(parameters[i], piped, call!.Span) : BindArgument(function, parameters[i], arguments[i], scope));

        if (function.HasErrors)
            return function.IsTabular ? WrongTable : Wrong;
        if (++_calls > context.Limits.MaxCalls || _callDepth >= context.Limits.MaxCallDepth)
        {
            _diagnostics.Error("KS200", nameSpan, $"The query calls functions that it declares too often or too deeply: '{function.Name}'.");
            return function.IsTabular ? WrongTable : Wrong;
        }

        var result = Expand(function, locals, nameSpan);
        if (parameters.Count == 0)
            function.Result = result;
        return result;
    }

    /// <summary>Binds the body for one call. Its mistakes are of this call: they are reported at the call, in one sentence.</summary>
    private Operand Expand(LocalFunction function, LocalScope locals, TextSpan nameSpan)
    {
        var outer = _diagnostics;
        _diagnostics = new BinderDiagnostics(context.Limits.MaxDiagnostics);
        _callDepth++;
        try
        {
            var result = BindBody(function.Declaration.Body, locals);
            if (result.Scalar is { } scalar && _sizes.Measure(scalar) is var size && (size.Depth > context.Limits.MaxDepth || size.Nodes > context.Limits.MaxNodes))
                _diagnostics.Error("KS245", nameSpan, "the value becomes too large.");
            if (_diagnostics.HasErrors)
            {
                outer.Error("KS200", nameSpan, $"'{function.Name}' does not work with these arguments: {_diagnostics.ToImmutable()[0].Message}");
                return result.IsTable ? WrongTable : Wrong;
            }

            return result;
        }
        finally
        {
            _callDepth--;
            _diagnostics = outer;
        }
    }

    /// <summary>The argument of each parameter, null where its default applies; the default array after a diagnostic.</summary>
    private ImmutableArray<Expression?> MatchArguments(LocalFunction function, FunctionCall? call, TextSpan nameSpan, int skip)
    {
        var parameters = function.Declaration.Parameters;
        var given = call?.Arguments ?? [];
        var matched = new Expression?[parameters.Count];
        var required = 0;
        foreach (var parameter in parameters)
            required += parameter.Default is null ? 1 : 0;
        var isRight = given.Count + skip <= parameters.Count;
        var next = skip;
        foreach (var argument in given)
        {
            if (argument is NamedExpression { HasNameList: false } named)
            {
                next = IndexOf(parameters, named.Names[0].Text);
                if (next < 0)
                {
                    _diagnostics.Error("KS196", named.Names[0].Span, $"'{function.Name}' has no parameter '{named.Names[0].Text}'.");
                    return default;
                }

                matched[next++] = named.Value;
            }
            else if (next < parameters.Count)
            {
                matched[next++] = argument;
            }
            else
            {
                isRight = false;
            }
        }

        for (var i = skip; i < parameters.Count; i++)
        {
            if (matched[i] is not null || parameters[i].Default is not null)
                continue;
            if (isRight && given.Any(a => a is NamedExpression))
            {
                _diagnostics.Error("KS197", nameSpan, $"{function.Name}(): there is no argument for parameter '{parameters[i].Name.Text}'.");
                return default;
            }

            isRight = false;
        }

        if (isRight)
            return [.. matched];
        _diagnostics.ArgumentCount(nameSpan, function.Name, required, parameters.Count);
        return default;
    }

    private static int IndexOf(IReadOnlyList<FunctionParameter> parameters, string name)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Name.Text == name)
                return i;
        }

        return -1;
    }

    private LocalItem BindArgument(LocalFunction function, FunctionParameter parameter, Expression? argument, Scope scope)
    {
        if (parameter.Type is SchemaTypeSyntax)
        {
            var value = argument is null ? WrongTable : BindAny(argument, scope);
            if (value.IsTable)
                return TableArgument(parameter, value.Table, argument?.Span ?? default);
            if (value.Scalar is not BoundErrorExpression)
                _diagnostics.NotTable(argument!.Span);
            return new LocalError();
        }

        if (!KqlTypes.TryParse(((ScalarTypeSyntax)parameter.Type).Name, out var type))
            return new LocalError();
        var expression = argument ?? parameter.Default;
        if (expression is null)
            return new LocalError();
        var bound = BindScalar(expression, argument is null ? new Scope(function.Closure, null) : scope);
        return bound is BoundErrorExpression ? new LocalError() : Named(Converted(bound, type));
    }

    /// <summary>A table for a parameter that names some columns: these must be there, of that type. The body sees all of them.</summary>
    private LocalItem TableArgument(FunctionParameter parameter, RowScope table, TextSpan span)
    {
        if (parameter.Type is not SchemaTypeSyntax schema)
        {
            _diagnostics.NotScalar(span);
            return new LocalError();
        }

        foreach (var declared in table.IsWrong || table.IsOpen ? [] : schema.Columns)
        {
            var fits = declared.Type is ScalarTypeSyntax scalar && KqlTypes.TryParse(scalar.Name, out var type)
                && table.Find(declared.Name.Text) is { } column && (column.Type == type || column.Type == KqlType.Unknown);
            if (fits)
                continue;
            _diagnostics.Error("KS249", span, $"The table does not have the columns that parameter '{parameter.Name.Text}' needs: '{declared.Name.Text}' is not among them.");
            return new LocalError();
        }

        return new LocalTable(table);
    }

    private ImmutableArray<ColumnSymbol> DeclaredColumns(SchemaTypeSyntax schema) => DeclaredColumns(schema.Columns);

    private ImmutableArray<ColumnSymbol> DeclaredColumns(IReadOnlyList<ColumnDeclaration> declarations)
    {
        var columns = ImmutableArray.CreateBuilder<ColumnSymbol>(declarations.Count);
        foreach (var declaration in declarations)
        {
            var type = ScalarType(declaration.Type) ?? KqlType.Unknown;
            if (columns.Any(c => c.Name == declaration.Name.Text))
                _diagnostics.DuplicateColumn(declaration.Name.Span, declaration.Name.Text);
            else
                columns.Add(new ColumnSymbol(declaration.Name.Text, type));
        }

        return columns.ToImmutable();
    }
}

/// <summary>A declared function's parameter while its body is bound for the first time; it never leaves the binder.</summary>
internal sealed record BoundParameter(KqlType Type) : BoundExpression(Type);
