using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>The statements before a query: <c>let</c>, <c>set</c>, <c>declare query_parameters</c>.</summary>
internal sealed partial class QueryBinder
{
    private readonly ImmutableDictionary<string, string>.Builder _options = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

    private void BindStatement(Statement statement, Scope scope)
    {
        switch (statement)
        {
            case LetStatement let:
                BindLet(let, scope);
                break;
            case SetStatement set:
                _options[set.Option.Text] = set.Value is null ? "" : OptionText(set.Value);
                break;
            case QueryParametersStatement declared:
                foreach (var parameter in declared.Parameters)
                    scope.Locals.Add(parameter.Name.Text, BindDeclaredParameter(parameter, scope));
                break;
            case PatternStatement pattern:
                scope.Locals.Add(pattern.Name.Text, DeclarePattern(pattern, scope));
                break;
            default:
                _diagnostics.Error("KS198", statement.Span, $"Drever does not take this kind of statement ({Describe(statement)}).");
                break;
        }
    }

    private static string Describe(Statement statement) => statement switch
    {
        AliasStatement => "alias",
        RestrictStatement => "restrict access",
        _ => "unknown",
    };

    private static string OptionText(Expression value) => value switch
    {
        StringLiteral text => text.Value,
        BoolLiteral { Value: { } flag } => flag ? "true" : "false",
        LongLiteral { Value: { } number } => FormattableString.Invariant($"{number}"),
        TimeSpanLiteral { Ticks: { } ticks } => new TimeSpan(ticks).ToString("c"),
        NameExpression name => name.Name.Text,
        _ => "",
    };

    private void BindLet(LetStatement let, Scope scope)
    {
        var name = let.Name.Text;
        if (scope.Locals.Declares(name))
        {
            _diagnostics.Error("KS201", let.Name.Span, $"'{name}' has been declared already.");
            BindLetValue(let, scope);
            return;
        }

        scope.Locals.Add(name, BindLetValue(let, scope));
    }

    private LocalItem BindLetValue(LetStatement let, Scope scope)
    {
        if (let.Value is FunctionDeclaration declaration)
            return DeclareFunction(let.Name.Text, declaration, scope);
        if (UnwrapName(let.Value) is { } alias && scope.Locals.Find(alias.Name.Text) is LocalFunction function && function.Declaration.Parameters.Count > 0)
            return function;
        var value = BindAny(let.Value, scope);
        if (value.IsTable)
            return new LocalTable(value.Table);
        return value.Scalar is BoundErrorExpression or null ? new LocalError() : Named(value.Scalar);
    }

    private static NameExpression? UnwrapName(Expression expression)
    {
        while (expression is ParenthesizedExpression parenthesized)
            expression = parenthesized.Inner;
        return expression as NameExpression;
    }

    private LocalItem BindDeclaredParameter(FunctionParameter parameter, Scope scope)
    {
        if (ScalarType(parameter.Type) is not { } type)
            return new LocalError();
        if (parameter.Default is null)
            return Named(new BoundLiteral(null, type) { Span = parameter.Span });
        var value = BindScalar(parameter.Default, scope);
        if (value.Type != type && value.Type != KqlType.Unknown && !ArgumentMatcher.IsWider(type, value.Type))
            _diagnostics.TypeRequired(parameter.Default.Span, type);
        return Named(Converted(value, type));
    }

    /// <summary>A scalar type as written, or null after a diagnostic.</summary>
    private KqlType? ScalarType(TypeSyntax syntax)
    {
        if (syntax is ScalarTypeSyntax scalar)
        {
            if (KqlTypes.TryParse(scalar.Name, out var type))
                return type;
            _diagnostics.Error("KS160", scalar.Span, $"'{scalar.Name}' is not the name of a type.");
        }
        else
        {
            _diagnostics.Error("KS172", syntax.Span, "The name of a scalar type belongs here.");
        }

        return null;
    }
}
