using System.Collections.Immutable;

namespace Drever.Kql.Symbols;

/// <summary>What a parameter takes, in the terms of the official language service.</summary>
public enum ParameterKind
{
    /// <summary>One of <see cref="Parameter.Types"/>.</summary>
    Declared,
    Scalar, Number, NumberOrBool, Integer, Summable, Orderable, NotBool, NotDynamic, NotRealOrBool,
    StringOrDynamic, StringOrArray, IntegerOrArray, DynamicBag, DynamicArray,
    /// <summary>The common type of all parameters of this kind in the call.</summary>
    CommonScalar, CommonScalarOrDynamic, CommonOrderable,
    /// <summary>The type of the first or of the second argument.</summary>
    Parameter0, Parameter1,
    /// <summary>A type literal: <c>typeof(long)</c>.</summary>
    TypeLiteral,
    Tabular, Database, Cluster, Graph, Any,
}

/// <summary>What an argument's expression must be.</summary>
public enum ArgumentKind
{
    Expression, Column, Constant, Literal, LiteralNotEmpty, Star, StarAllowed, Aggregate,
}

/// <summary>How a call's result type follows from its arguments.</summary>
public enum ReturnKind
{
    Declared, Parameter0, Parameter1, Parameter0Promoted, Parameter0Array, Widest, Common, CommonNonDynamic,
    /// <summary>The type named by the last argument, a type literal; likewise by the first and by the second.</summary>
    ParameterNLiteral, Parameter0Literal, Parameter1Literal,
    /// <summary>A rule of the function's own.</summary>
    Custom,
    /// <summary>A table or a thing that is not a scalar.</summary>
    Tabular,
}

/// <summary>How the column of an unnamed call is called.</summary>
public enum ResultNaming
{
    /// <summary>By position: <c>Column1</c>, <c>print_0</c>.</summary>
    None,
    /// <summary>After the first argument: <c>bin(Timestamp, 1h)</c> is <c>Timestamp</c>.</summary>
    FirstArgument,
    FirstArgumentValueIfColumn,
    OnlyArgument,
    /// <summary>Function name, underscore, first argument.</summary>
    NameAndFirstArgument,
    /// <summary>A prefix, underscore, first argument: <c>set_FileName</c>.</summary>
    PrefixAndFirstArgument,
    /// <summary>A prefix and an underscore: <c>count_</c>.</summary>
    PrefixOnly,
}

/// <summary>One parameter. <see cref="Max"/> over 1 means that it repeats.</summary>
public sealed record Parameter(string Name, ParameterKind Kind, int Min = 1, int Max = 1)
{
    public const int Unbounded = 32767;

    public ImmutableArray<KqlType> Types { get; init; } = [];

    public ArgumentKind Argument { get; init; }

    /// <summary>The words that a literal argument may be; empty when any.</summary>
    public ImmutableArray<string> Values { get; init; } = [];
}

/// <summary>One way to call a function.</summary>
public sealed record Signature(ImmutableArray<Parameter> Parameters, ReturnKind Returns)
{
    public KqlType ReturnType { get; init; }

    /// <summary>How many leading parameters repeat together as a block (<c>case(p, v, p, v, ..., else)</c>); 0 when none do.</summary>
    public int BlockLength { get; init; }

    public bool IsHidden { get; init; }

    public int MinArguments => Parameters.Sum(p => p.Min);

    public int MaxArguments => (int)Math.Min(int.MaxValue, Parameters.Sum(p => (long)p.Max));
}
