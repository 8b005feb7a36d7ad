using System.Collections.Immutable;
using Drever.Kql.Syntax;

namespace Drever.Kql.Symbols;

/// <summary>A function that is a table, offered by the service beside the language: <c>invoke FileProfile(SHA1)</c>, <c>AssignedIPAddresses(id)</c>.</summary>
/// <param name="Name">Case-sensitive name.</param>
/// <param name="IsInvoked">Called after <c>invoke</c>, its arguments may name columns of the input; otherwise it stands where a table stands.</param>
/// <param name="Result">How the result's columns come about.</param>
/// <param name="Columns">The columns it makes; empty for a filter.</param>
public sealed record ServiceFunction(
    string Name, bool IsInvoked, ServiceResult Result, ImmutableArray<ServiceParameter> Parameters, ImmutableArray<ColumnSymbol> Columns)
{
    /// <summary>What it does: a function of the input (where there is one) and the parameters; null where it can't run.</summary>
    public FunctionDeclaration? Body { get; init; }

    /// <summary>The tables that it reads by itself are not cut to the query's time window. Devices that the caller may not see stay hidden.</summary>
    public bool ReadsAllTime { get; init; }
}

/// <summary>A parameter.</summary>
public sealed record ServiceParameter(string Name, KqlType Type, bool IsRequired)
{
    /// <summary>The value without an argument, as text; empty for a null.</summary>
    public string? Default { get; init; }

    /// <summary>Its argument is a column of the input, by its name or by its name in quotes.</summary>
    public bool IsColumn => Type == KqlType.String && Default is { Length: > 0 };
}

public enum ServiceResult
{
    /// <summary>The input's columns, then the function's; a name that the input has already gets a number appended.</summary>
    Appends,
    /// <summary>The input's columns, then the function's, which take the place of the input's of their name.</summary>
    AppendsAndReplaces,
    /// <summary>The function's columns only.</summary>
    Table,
    /// <summary>Fewer rows, the same columns.</summary>
    Filters,
}
