using System.Collections.Immutable;
using Drever.Kql.Symbols;

namespace Drever.Kql.Binding;

/// <summary>The type of a call's result.</summary>
internal static class ReturnTypes
{
    public static KqlType Of(FunctionSymbol function, Signature signature, ReadOnlySpan<Argument> arguments)
    {
        switch (signature.Returns)
        {
            case ReturnKind.Declared:
                return signature.ReturnType;
            case ReturnKind.Parameter0:
                return arguments.Length > 0 ? arguments[0].Type : KqlType.Unknown;
            case ReturnKind.Parameter1:
                return arguments.Length > 1 ? arguments[1].Type : KqlType.Unknown;
            case ReturnKind.Parameter0Promoted:
                return arguments.Length > 0 ? Promoted(arguments[0].Type) : KqlType.Unknown;
            case ReturnKind.Parameter0Array:
                return KqlType.Dynamic;
            case ReturnKind.Widest:
                return Promoted(Widest(arguments));
            case ReturnKind.Common:
                return CommonType.Of(signature, arguments, ignoreDynamic: false);
            case ReturnKind.CommonNonDynamic:
                return CommonType.Of(signature, arguments, ignoreDynamic: true);
            case ReturnKind.ParameterNLiteral:
                return TypeLiteral(arguments, arguments.Length - 1);
            case ReturnKind.Parameter0Literal:
                return TypeLiteral(arguments, 0);
            case ReturnKind.Parameter1Literal:
                return TypeLiteral(arguments, 1);
            case ReturnKind.Custom:
                return Custom(function, arguments);
            default:
                return KqlType.Unknown;
        }
    }

    private static KqlType Custom(FunctionSymbol function, ReadOnlySpan<Argument> arguments)
    {
        // the sign operators give what they take, an int as a long
        if (function.Kind == FunctionKind.Operator)
            return arguments.Length > 0 ? Promoted(arguments[0].Type) : KqlType.Unknown;
        switch (function.Name)
        {
            case "arg_max" or "arg_min" or "argmax" or "argmin" or "take_any" or "any" or "bin_auto":
                return arguments.Length > 0 ? arguments[0].Type : KqlType.Unknown;
            case "percentile" or "percentiles" or "percentilew" or "percentilesw":
                return Percentile(arguments[0].Type);
        }

        if (function.CustomReturn is null)
            return KqlType.Dynamic;
        var types = ImmutableArray.CreateBuilder<KqlType>(arguments.Length);
        foreach (var argument in arguments)
            types.Add(argument.Type);
        return function.CustomReturn(types.MoveToImmutable());
    }

    private static KqlType Widest(ReadOnlySpan<Argument> arguments)
    {
        var widest = KqlType.Unknown;
        foreach (var argument in arguments)
        {
            if (argument.Type.IsNumeric() && (widest == KqlType.Unknown || argument.Type > widest))
                widest = argument.Type;
        }

        return widest;
    }

    /// <summary>A percentile of whole numbers is a long, of others a real; of the rest it has their type.</summary>
    public static KqlType Percentile(KqlType type) => type switch
    {
        KqlType.Int => KqlType.Long,
        KqlType.Decimal => KqlType.Real,
        _ => type,
    };

    private static KqlType Promoted(KqlType type) => type == KqlType.Int ? KqlType.Long : type;

    private static KqlType TypeLiteral(ReadOnlySpan<Argument> arguments, int index) =>
        index >= 0 && index < arguments.Length && arguments[index].Value is BoundTypeLiteral literal ? literal.Value : KqlType.Unknown;
}
