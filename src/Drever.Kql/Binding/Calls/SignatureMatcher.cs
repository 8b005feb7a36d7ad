using System.Collections.Immutable;
using Drever.Kql.Symbols;

namespace Drever.Kql.Binding;

/// <summary>
/// Chooses the signature that a call means. Of the signatures that take this number of arguments those with the most fitting arguments
/// remain; among them the one whose worst argument fits better, then whose best one does.
/// </summary>
internal static class SignatureMatcher
{
    /// <summary>The best signature; <paramref name="fits"/> is false when some argument does not fit it. Null: none takes so many arguments, or two are equally good.</summary>
    public static Signature? Choose(FunctionSymbol function, ReadOnlySpan<Argument> arguments, out bool fits)
    {
        Signature? best = null;
        var bestScore = default(Score);
        var isTie = false;
        foreach (var signature in function.Signatures)
        {
            if (!TakesCount(signature, arguments.Length))
                continue;
            var score = Rate(signature, arguments);
            var compared = best is null ? 1 : score.Against(bestScore);
            if (compared > 0)
                (best, bestScore, isTie) = (signature, score, false);
            else if (compared == 0)
                isTie = true;
        }

        fits = best is not null && bestScore.Fitting == arguments.Length;
        return isTie && !fits ? null : best;
    }

    /// <summary>
    /// The signature that a call with a wrong number of arguments was probably meant for: of those that take most the one that fits best.
    /// Null when that is not clear.
    /// </summary>
    public static Signature? Meant(FunctionSymbol function, ReadOnlySpan<Argument> arguments)
    {
        Signature? best = null;
        var most = -1;
        var isTie = false;
        var count = function.Signatures.Max(s => s.MaxArguments);
        foreach (var signature in function.Signatures)
        {
            if (count < signature.MinArguments || count > signature.MaxArguments)
                continue;
            var fitting = 0;
            for (var i = 0; i < arguments.Length && i < signature.Parameters.Length; i++)
                fitting += ArgumentMatcher.Rate(signature.Parameters[i], arguments[i]) == Match.None ? 0 : 1;
            if (fitting > most)
                (best, most, isTie) = (signature, fitting, false);
            else if (fitting == most)
                isTie = true;
        }

        return isTie && arguments.Length > 0 ? null : best;
    }

    public static bool TakesCount(Signature signature, int count)
    {
        if (count < signature.MinArguments || count > signature.MaxArguments)
            return false;
        // a repeated block comes whole: case(p, v, p, v, else)
        var others = signature.Parameters.Length - signature.BlockLength;
        return signature.BlockLength == 0 || (count - others) % signature.BlockLength == 0;
    }

    /// <summary>The parameter of an argument. Where others follow a repeated one, the first argument that does not fit it goes on to them.</summary>
    public static Parameter ParameterAt(Signature signature, int index, ReadOnlySpan<Argument> arguments)
    {
        var parameters = signature.Parameters;
        var count = arguments.Length;
        if (signature.BlockLength == 0 && parameters.Length > 1 && !IsPlainUpTo(parameters, parameters.Length - 1))
            return ByFit(parameters, index, arguments);

        if (signature.BlockLength == 0 && parameters.Length > index && parameters[index].Max == 1 && IsPlainUpTo(parameters, index))
            return parameters[index];

        if (signature.BlockLength == 0)
            return parameters[^1];

        // repeated blocks take what the parameters around them leave
        var at = 0;
        for (var p = 0; p < parameters.Length; p++)
        {
            if (signature.BlockLength > 0 && parameters[p].Max > 1)
            {
                var block = signature.BlockLength;
                var blocks = (count - (parameters.Length - block)) / block;
                if (index < at + (blocks * block))
                    return parameters[p + ((index - at) % block)];
                at += blocks * block;
                p += block - 1;
                continue;
            }

            at += parameters[p].Min;
            if (index < at)
                return parameters[p];
        }

        return parameters[^1];
    }

    private static Parameter ByFit(ImmutableArray<Parameter> parameters, int index, ReadOnlySpan<Argument> arguments)
    {
        var p = 0;
        var taken = 0;
        for (var i = 0; ; i++)
        {
            while (p < parameters.Length - 1 && (taken >= parameters[p].Max || (taken >= parameters[p].Min && GoesOn(parameters, p, i, arguments))))
            {
                p++;
                taken = 0;
            }

            if (i == index)
                return parameters[p];
            taken++;
        }
    }

    private static bool GoesOn(ImmutableArray<Parameter> parameters, int p, int index, ReadOnlySpan<Argument> arguments)
    {
        var needed = 0;
        for (var later = p + 1; later < parameters.Length; later++)
            needed += parameters[later].Min;
        return arguments.Length - index <= needed
            || (ArgumentMatcher.Rate(parameters[p], arguments[index]) == Match.None && ArgumentMatcher.Rate(parameters[p + 1], arguments[index]) != Match.None);
    }

    private static bool IsPlainUpTo(ImmutableArray<Parameter> parameters, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (parameters[i].Max != 1)
                return false;
        }

        return true;
    }

    private static Score Rate(Signature signature, ReadOnlySpan<Argument> arguments)
    {
        var fitting = 0;
        var worst = Match.Exact;
        var bestOf = Match.None;
        for (var i = 0; i < arguments.Length; i++)
        {
            var match = ArgumentMatcher.Rate(signature, i, arguments);
            fitting += match == Match.None ? 0 : 1;
            worst = match < worst ? match : worst;
            bestOf = match > bestOf ? match : bestOf;
        }

        return new Score(fitting, worst, bestOf);
    }

    private readonly record struct Score(int Fitting, Match Worst, Match Best)
    {
        public int Against(Score other) =>
            Fitting != other.Fitting ? Fitting.CompareTo(other.Fitting)
            : Worst != other.Worst ? Worst.CompareTo(other.Worst)
            : Best.CompareTo(other.Best);
    }
}

/// <summary>An argument while its function is looked for.</summary>
internal readonly record struct Argument(BoundExpression Value)
{
    public KqlType Type => Value.Type;

    public bool IsStar => Value is BoundStar;

    public bool IsTable => Value is BoundTableArgument;
}

/// <summary><c>*</c> as an argument, until the call is known; it never leaves the binder.</summary>
internal sealed record BoundStar() : BoundExpression(KqlType.Unknown);
