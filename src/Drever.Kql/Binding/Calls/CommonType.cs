using Drever.Kql.Symbols;

namespace Drever.Kql.Binding;

/// <summary>The one type that several values can have: <c>iff(b, 1, 2.0)</c> is real.</summary>
internal static class CommonType
{
    /// <summary>Of the arguments for the parameters that ask for it; unknown when there is none.</summary>
    public static KqlType Of(Signature signature, ReadOnlySpan<Argument> arguments, bool ignoreDynamic)
    {
        var common = KqlType.Unknown;
        for (var i = 0; i < arguments.Length; i++)
        {
            var kind = SignatureMatcher.ParameterAt(signature, i, arguments).Kind;
            var type = arguments[i].Type;
            if (type == KqlType.Unknown || (ignoreDynamic && type == KqlType.Dynamic))
                continue;
            if (kind == ParameterKind.CommonOrderable && !type.IsOrderable())
                continue;
            if (kind is not (ParameterKind.CommonScalar or ParameterKind.CommonOrderable or ParameterKind.CommonScalarOrDynamic))
                continue;
            if (Of(common, type) is not { } wider)
                return kind == ParameterKind.CommonScalarOrDynamic ? KqlType.Dynamic : KqlType.Unknown;
            common = wider;
        }

        return common == KqlType.Unknown && ignoreDynamic ? Of(signature, arguments, ignoreDynamic: false) : common;
    }

    /// <summary>Of two types; null when they have none in common. A dynamic value makes the others dynamic.</summary>
    public static KqlType? Of(KqlType a, KqlType b)
    {
        if (a == KqlType.Unknown || a == b)
            return b;
        if (a == KqlType.Dynamic || b == KqlType.Dynamic)
            return KqlType.Dynamic;
        if (b == KqlType.Unknown || ArgumentMatcher.IsWider(a, b))
            return a;
        return ArgumentMatcher.IsWider(b, a) ? b : null;
    }
}
