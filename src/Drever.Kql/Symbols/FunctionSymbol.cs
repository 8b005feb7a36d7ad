using System.Collections.Immutable;

namespace Drever.Kql.Symbols;

public enum FunctionKind
{
    Scalar,
    Aggregate,
    /// <summary>Needs rows in order: <c>prev()</c>, <c>row_number()</c>.</summary>
    Window,
    /// <summary>After <c>evaluate</c>.</summary>
    Plugin,
    /// <summary>An operator of the language, <c>==</c> or <c>has_any</c>, called by its text.</summary>
    Operator,
    /// <summary>After <c>invoke</c>, or a function that is a table: <c>FileProfile()</c>.</summary>
    Tabular,
}

/// <summary>A function, aggregate, operator or plugin that the binder knows; known by reference.</summary>
/// <param name="name">Case-sensitive name; an operator's text.</param>
/// <param name="kind">Where it may stand.</param>
/// <param name="signatures">Ways to call it, tried in order.</param>
public sealed class FunctionSymbol(string name, FunctionKind kind, ImmutableArray<Signature> signatures)
{
    public string Name { get; } = name;

    public FunctionKind Kind { get; } = kind;

    public ImmutableArray<Signature> Signatures { get; } = signatures;

    public ResultNaming Naming { get; init; }

    public string NamePrefix { get; init; } = "";

    public bool IsObsolete { get; init; }

    /// <summary>The name that replaced it, for a function that the documentation calls obsolete.</summary>
    public string? Alternative { get; init; }

    public bool IsHidden { get; init; }

    /// <summary>A call with constant arguments is a constant.</summary>
    public bool IsConstantFoldable { get; init; }

    /// <summary>Bound, but not runnable yet: a query that runs it gets a diagnostic that names it.</summary>
    public bool IsPending { get; init; }

    /// <summary>The columns of a result of several values, such as <c>series_fit_line()</c>; empty otherwise.</summary>
    public ImmutableArray<ColumnSymbol> TupleColumns { get; init; } = [];

    /// <summary>The type rule behind <see cref="ReturnKind.Custom"/>; null means dynamic.</summary>
    public Func<ImmutableArray<KqlType>, KqlType>? CustomReturn { get; init; }

    public override string ToString() => Name;
}

/// <summary>All functions that a query may name.</summary>
public interface IFunctionCatalog
{
    FunctionSymbol? FindFunction(string name);

    FunctionSymbol? FindAggregate(string name);

    FunctionSymbol? FindPlugin(string name);

    /// <summary>By the operator's text: <c>"=~"</c>, <c>"and"</c>, <c>"!between"</c>; unary minus and plus are <c>"-x"</c>, <c>"+x"</c>.</summary>
    FunctionSymbol? FindOperator(string text);

    IEnumerable<FunctionSymbol> All { get; }
}
