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
            if (Of(common, type, withDynamic: kind == ParameterKind.CommonScalarOrDynamic) is not { } wider)
                return KqlType.Unknown;
            common = wider;
        }

        return common == KqlType.Unknown && ignoreDynamic ? Of(signature, arguments, ignoreDynamic: false) : common;
    }

    /// <summary>Of two types; null when they have none in common.</summary>
    public static KqlType? Of(KqlType a, KqlType b, bool withDynamic)
    {
        if (a == KqlType.Unknown || a == b)
            return b;
        if (b == KqlType.Unknown || ArgumentMatcher.IsWider(a, b))
            return a;
        if (ArgumentMatcher.IsWider(b, a))
            return b;
        return withDynamic && (a == KqlType.Dynamic || b == KqlType.Dynamic) ? KqlType.Dynamic : null;
    }
}
