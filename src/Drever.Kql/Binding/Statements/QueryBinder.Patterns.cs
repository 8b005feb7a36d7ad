using Drever.Kql.Syntax;
using Drever.Kql.Text;

namespace Drever.Kql.Binding;

/// <summary><c>declare pattern</c>: a name with literal arguments, and maybe a path behind it, stands for one of several queries.</summary>
internal sealed partial class QueryBinder
{
    private static LocalPattern DeclarePattern(PatternStatement statement, Scope scope) => new(statement.Name.Text, statement.Declaration, scope.Locals);

    private Operand CallPattern(LocalPattern pattern, FunctionCall call, string? path, TextSpan pathSpan, Scope scope)
    {
        var arguments = new List<string>(call.Arguments.Count);
        foreach (var argument in call.Arguments)
        {
            if (BindScalar(argument, scope) is BoundLiteral { Value: string text })
                arguments.Add(text);
            else
                _diagnostics.Error("KS131", argument.Span, $"{pattern.Name}(): only a text in quotes can stand here.");
        }

        if (arguments.Count < call.Arguments.Count || pattern.Declaration is not { } declaration)
            return Wrong;
        if (arguments.Count != declaration.Parameters.Count)
        {
            _diagnostics.ArgumentCount(call.Name.Span, pattern.Name, declaration.Parameters.Count, declaration.Parameters.Count);
            return Wrong;
        }

        if (path is not null && declaration.PathParameter is null)
            _diagnostics.Error("KS186", pathSpan, $"Nothing can stand behind {pattern.Name}().");
        else if (path is null && declaration.PathParameter is not null)
            _diagnostics.Error("KS187", call.Span, $"A path belongs behind {pattern.Name}(): {pattern.Name}(...).name");
        else if (FindMatch(declaration, arguments, path) is { } match)
            return BindMatch(pattern, declaration, match, call);
        else
            _diagnostics.Error("KS188", call.Span, $"No case of the pattern '{pattern.Name}' is for these arguments.");
        return Wrong;
    }

    private static PatternMatch? FindMatch(PatternDeclaration declaration, List<string> arguments, string? path)
    {
        foreach (var match in declaration.Matches)
        {
            var fits = match.Arguments.Count == arguments.Count && (path is null || match.Path is StringLiteral { Value: var text } && text == path);
            for (var i = 0; fits && i < arguments.Count; i++)
                fits = match.Arguments[i] is StringLiteral { Value: var value } && value == arguments[i];
            if (fits)
                return match;
        }

        return null;
    }

    private Operand BindMatch(LocalPattern pattern, PatternDeclaration declaration, PatternMatch match, FunctionCall call)
    {
        if (++_calls > context.Limits.MaxCalls || _callDepth >= context.Limits.MaxCallDepth)
        {
            _diagnostics.Error("KS200", call.Name.Span, $"The query uses patterns too often or too deeply: '{pattern.Name}'.");
            return Wrong;
        }

        var locals = new LocalScope(pattern.Closure);
        for (var i = 0; i < declaration.Parameters.Count; i++)
            locals.Add(declaration.Parameters[i].Name.Text, Named(BindLiteral((LiteralExpression)match.Arguments[i])));
        if (declaration.PathParameter is { } parameter && match.Path is LiteralExpression path)
            locals.Add(parameter.Name.Text, Named(BindLiteral(path)));
        _callDepth++;
        var result = BindBody(match.Body, locals);
        _callDepth--;
        return result;
    }
}
