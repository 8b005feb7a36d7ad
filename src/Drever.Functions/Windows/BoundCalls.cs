using Drever.Kql.Binding;
using Drever.Kql.Symbols;

namespace Drever.Functions.Windows;

/// <summary>Bound calls that a window function is expanded into.</summary>
internal static class BoundCalls
{
    public static BoundExpression Function(IFunctionCatalog functions, string name, KqlType type, params ReadOnlySpan<BoundExpression> arguments) =>
        Call(functions.FindFunction(name), name, type, arguments);

    public static BoundExpression Operator(IFunctionCatalog functions, string text, KqlType type, params ReadOnlySpan<BoundExpression> arguments) =>
        Call(functions.FindOperator(text), text, type, arguments);

    public static BoundExpression Long(long value) => new BoundLiteral(value, KqlType.Long);

    /// <summary>Whether a value is another than in the row before; not in the first row, and null is equal to null.</summary>
    public static BoundExpression Changed(IFunctionCatalog functions, BoundExpression term) =>
        Operator(functions, "!=", KqlType.Bool, term, Function(functions, "prev", term.Type, term));

    /// <summary>A condition or another, where the other is given.</summary>
    public static BoundExpression Or(IFunctionCatalog functions, BoundExpression condition, BoundExpression? other) =>
        other is null ? condition : Operator(functions, "or", KqlType.Bool, other, condition);

    private static BoundCall Call(FunctionSymbol? function, string name, KqlType type, ReadOnlySpan<BoundExpression> arguments)
    {
        var symbol = function ?? throw new InvalidOperationException($"'{name}' is not in the library");
        var count = arguments.Length;
        var signature = symbol.Signatures.FirstOrDefault(s => s.MinArguments <= count && count <= s.MaxArguments) ?? symbol.Signatures[0];
        return new BoundCall(symbol, signature, [.. arguments], type);
    }
}
