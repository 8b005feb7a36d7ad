using Drever.Kql.Binding;

namespace Drever.Functions.Values;

/// <summary>What an argument is known to be before the query runs. Some functions of the engine take constants only.</summary>
public static class Constants
{
    /// <summary>The text of a constant string, <c>strcat</c> of constants too; null when it is not one.</summary>
    public static string? Text(BoundExpression expression) => expression switch
    {
        BoundLiteral { Value: string text } => text,
        BoundCall { Function.Name: "strcat" } call => Joined(call),
        _ => null,
    };

    /// <summary>A constant whole number; null when it is not one.</summary>
    public static long? Integer(BoundExpression expression) => expression switch
    {
        BoundLiteral { Value: long value } => value,
        BoundLiteral { Value: int value } => value,
        BoundCall { Function.Name: "-x", Arguments: [var operand] } => -Integer(operand),
        BoundConversion conversion => Integer(conversion.Operand),
        _ => null,
    };

    /// <summary>The JSON text of a constant dynamic; null when it is not one.</summary>
    public static string? Json(BoundExpression expression) => expression switch
    {
        BoundLiteral { Value: KqlJson json } => json.Text,
        BoundConversion conversion => Json(conversion.Operand),
        _ => null,
    };

    private static string? Joined(BoundCall call)
    {
        var parts = call.Arguments.Select(Text).ToList();
        return parts.Contains(null) ? null : string.Concat(parts);
    }
}
