using Drever.Kql.Text;

namespace Drever.Kql.Syntax;

/// <summary>
/// A query operator after a pipe, or at the start of a query for those that need no input. Each operator has its parameters
/// (<c>kind=inner</c>, <c>hint.strategy=shuffle</c>) in written order.
/// </summary>
public abstract record QueryOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters) : Expression(Span);

/// <summary>
/// <c>name = value</c> of an operator or of a <c>with (...)</c> clause. The value of a parameter that takes a word, a column or a new name is a
/// <see cref="NameExpression"/>, of one that takes several columns an <see cref="ExpressionList"/>, else a literal.
/// </summary>
public sealed record OperatorParameter(TextSpan Span, Name Name, Expression Value) : SyntaxNode(Span)
{
    /// <summary>The word or string that is the value, else null.</summary>
    public string? Word => Value switch
    {
        NameExpression name => name.Name.Text,
        StringLiteral text => text.Value,
        BoolLiteral { Value: { } flag } => flag ? "true" : "false",
        _ => null,
    };
}

public static class OperatorParameters
{
    /// <summary>The first parameter of that name (ordinal), else null.</summary>
    public static OperatorParameter? Find(this IReadOnlyList<OperatorParameter> parameters, string name)
    {
        foreach (var parameter in parameters)
        {
            if (string.Equals(parameter.Name.Text, name, StringComparison.Ordinal))
                return parameter;
        }

        return null;
    }
}
