namespace Drever.Kql.Binding;

/// <summary>What is known before any row is read.</summary>
internal static class Constants
{
    public static bool IsLiteral(BoundExpression expression) => expression switch
    {
        BoundLiteral or BoundTypeLiteral or BoundParameter => true,
        BoundConversion conversion => IsLiteral(conversion.Operand),
        _ => false,
    };

    public static bool IsConstant(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundLiteral or BoundTypeLiteral or BoundParameter or BoundScalarQuery:
                return true;
            case BoundConversion conversion:
                return IsConstant(conversion.Operand);
            case BoundMember member:
                return IsConstant(member.Target);
            case BoundElement element:
                return IsConstant(element.Target) && IsConstant(element.Index);
            case BoundCall call when call.Function.IsConstantFoldable || call.Function.Kind == Symbols.FunctionKind.Operator:
                foreach (var argument in call.Arguments)
                {
                    if (!IsConstant(argument))
                        return false;
                }

                return true;
            default:
                return false;
        }
    }
}
