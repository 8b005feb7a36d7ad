using System.Collections.Immutable;
using Drever.Kql.Symbols;

namespace Drever.Kql.Binding;

/// <summary>How well one argument fits its parameter.</summary>
internal static class ArgumentMatcher
{
    public static Match Rate(Signature signature, int index, ReadOnlySpan<Argument> arguments)
    {
        var parameter = SignatureMatcher.ParameterAt(signature, index, arguments);
        var argument = arguments[index];
        switch (parameter.Kind)
        {
            case ParameterKind.Parameter0 or ParameterKind.Parameter1:
                var other = parameter.Kind == ParameterKind.Parameter0 ? 0 : 1;
                return Rate(SignatureMatcher.ParameterAt(signature, other, arguments), argument);
            case ParameterKind.CommonScalar or ParameterKind.CommonOrderable or ParameterKind.CommonScalarOrDynamic
                when !argument.IsStar && !argument.IsTable && argument.Type != KqlType.Unknown:
                return Common(parameter, signature, argument.Type, arguments);
            default:
                return Rate(parameter, argument);
        }
    }

    /// <summary>By the argument alone, for a parameter that does not depend on the others.</summary>
    public static Match Rate(Parameter parameter, Argument argument)
    {
        if (argument.IsStar)
            return parameter.Argument is ArgumentKind.Star or ArgumentKind.StarAllowed ? Match.Exact : Match.None;
        if (parameter.Argument == ArgumentKind.Star)
            return Match.None;
        if (parameter.Kind == ParameterKind.Tabular)
            return argument.IsTable ? Match.Tabular : Match.None;
        if (argument.IsTable)
            return Match.None;
        if (parameter.Kind == ParameterKind.TypeLiteral)
            return argument.Value is BoundTypeLiteral ? Match.Exact : Match.None;
        if (argument.Value is BoundTypeLiteral)
            return Match.None;

        var type = argument.Type;
        if (type == KqlType.Unknown)
            return Match.Unknown;
        return parameter.Kind switch
        {
            ParameterKind.Any => Match.Unknown,
            ParameterKind.Declared => Declared(parameter.Types, type),
            ParameterKind.Scalar => Match.Scalar,
            ParameterKind.Number => type.IsNumeric() ? Match.Number : Match.None,
            ParameterKind.NumberOrBool => type.IsNumeric() || type == KqlType.Bool ? Match.Number : Match.None,
            ParameterKind.Integer => type.IsInteger() ? Match.Integer : Match.None,
            ParameterKind.Summable => type.IsSummable() ? Match.Summable : Match.None,
            ParameterKind.Orderable => type.IsOrderable() ? Match.Orderable : Match.None,
            ParameterKind.NotBool => type != KqlType.Bool ? Match.NotType : Match.None,
            ParameterKind.NotDynamic => type != KqlType.Dynamic ? Match.NotType : Match.None,
            ParameterKind.NotRealOrBool => type is not (KqlType.Real or KqlType.Bool) ? Match.NotType : Match.None,
            ParameterKind.StringOrDynamic => type is KqlType.String or KqlType.Dynamic ? Match.OneOfMany : Match.None,
            ParameterKind.StringOrArray => type == KqlType.String || IsArray(argument) ? Match.OneOfMany : Match.None,
            ParameterKind.IntegerOrArray => type.IsInteger() || IsArray(argument) ? Match.OneOfMany : Match.None,
            ParameterKind.DynamicArray => IsArray(argument) ? Match.OneOfMany : Match.None,
            ParameterKind.DynamicBag => IsBag(argument) ? Match.OneOfMany : Match.None,
            ParameterKind.CommonScalar or ParameterKind.CommonOrderable or ParameterKind.CommonScalarOrDynamic => Match.Scalar,
            _ => Match.None,
        };
    }

    private static Match Declared(ImmutableArray<KqlType> types, KqlType type)
    {
        foreach (var declared in types)
        {
            if (declared == type)
                return types.Length == 1 ? Match.Exact : Match.OneOfMany;
        }

        foreach (var declared in types)
        {
            if (IsWider(declared, type))
                return Match.Promoted;
        }

        return Match.None;
    }

    private static Match Common(Parameter parameter, Signature signature, KqlType type, ReadOnlySpan<Argument> arguments)
    {
        var common = CommonType.Of(signature, arguments, ignoreDynamic: false);
        if (common == KqlType.Unknown)
            return Match.None;
        if (common == type)
            return Match.Exact;
        if (parameter.Kind == ParameterKind.CommonScalarOrDynamic)
            return type == KqlType.Dynamic ? Match.Exact : Match.Promoted;
        return IsWider(common, type) ? Match.Promoted : Match.None;
    }

    /// <summary>A value of the second type can be one of the first without loss: numbers, and a dynamic as its text.</summary>
    public static bool IsWider(KqlType wide, KqlType narrow) =>
        (wide == KqlType.String && narrow == KqlType.Dynamic) || (wide > narrow && KqlTypes.Widest(wide, narrow) == wide);

    private static bool IsArray(Argument argument) =>
        argument.Type == KqlType.Dynamic && DynamicShapes.Of(argument.Value) is DynamicShape.Any or DynamicShape.Array;

    private static bool IsBag(Argument argument) =>
        argument.Type == KqlType.Dynamic && DynamicShapes.Of(argument.Value) is DynamicShape.Any or DynamicShape.Bag;
}
