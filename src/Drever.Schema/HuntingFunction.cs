using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Schema;

/// <summary>A function that belongs to the hunting schema, not to the language: <c>FileProfile()</c>, <c>SeenBy()</c>, ...</summary>
/// <param name="Name">Case-sensitive name.</param>
/// <param name="IsInvoked">Called after <c>invoke</c>; otherwise it stands where a table stands.</param>
/// <param name="Result">How the result's columns come about.</param>
/// <param name="Parameters">In order; the documented calls give them by position.</param>
/// <param name="InputColumns">Columns that the input must have.</param>
/// <param name="Reads">Tables that it reads by itself.</param>
/// <param name="Columns">The columns it makes; empty for a filter.</param>
public sealed record HuntingFunction(
    string Name,
    bool IsInvoked,
    FunctionResult Result,
    ImmutableArray<HuntingParameter> Parameters,
    ImmutableArray<string> InputColumns,
    ImmutableArray<string> Reads,
    ImmutableArray<ColumnSymbol> Columns)
{
    /// <summary>What it reads is not cut to the query's time window.</summary>
    public bool ReadsAllTime { get; init; }

    /// <summary>What it does, as a KQL function of the input and the parameters; null where it can't run.</summary>
    public string? Body { get; init; }

    /// <summary>The function as the binder sees it.</summary>
    public ServiceFunction ToSymbol() => new(
        Name,
        IsInvoked,
        Result switch
        {
            FunctionResult.AppendsColumns => ServiceResult.Appends,
            FunctionResult.AppendsAndReplaces => ServiceResult.AppendsAndReplaces,
            FunctionResult.Table => ServiceResult.Table,
            _ => ServiceResult.Filters,
        },
        [.. Parameters.Select(p => new ServiceParameter(p.Name, p.Type, p.Default is null) { Default = p.Default })],
        Columns)
    {
        ReadsAllTime = ReadsAllTime,
        Body = Body is null ? null : KqlParser.ParseFunction(Name, Body),
    };
}

/// <summary>A parameter; <paramref name="Default"/> is null where an argument is required, empty for "none given".</summary>
public sealed record HuntingParameter(string Name, KqlType Type, string? Default);

public enum FunctionResult
{
    /// <summary>The input's columns, then the function's; a name that the input has already gets a 1 appended.</summary>
    AppendsColumns,
    /// <summary>The input's columns, then the function's, which take the place of the input's of their name.</summary>
    AppendsAndReplaces,
    /// <summary>The function's columns only.</summary>
    Table,
    /// <summary>Fewer rows, the same columns.</summary>
    Filters,
}
