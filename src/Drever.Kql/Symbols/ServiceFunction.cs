using System.Collections.Immutable;

namespace Drever.Kql.Symbols;

/// <summary>A function that is a table, offered by the service beside the language: <c>invoke FileProfile(SHA1)</c>, <c>AssignedIPAddresses(id)</c>.</summary>
/// <param name="Name">Case-sensitive name.</param>
/// <param name="IsInvoked">Called after <c>invoke</c>, its arguments may name columns of the input; otherwise it stands where a table stands.</param>
/// <param name="Result">How the result's columns come about.</param>
/// <param name="Columns">The columns it makes; empty for a filter.</param>
public sealed record ServiceFunction(
    string Name, bool IsInvoked, ServiceResult Result, ImmutableArray<ServiceParameter> Parameters, ImmutableArray<ColumnSymbol> Columns);

public sealed record ServiceParameter(string Name, KqlType Type, bool IsRequired);

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
