using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Text;

namespace Drever.Kql.Binding;

/// <summary>A scalar expression with every name resolved and every type known.</summary>
public abstract record BoundExpression(KqlType Type)
{
    /// <summary>Where it stands in the query; the default for what the binder made up.</summary>
    public TextSpan Span { get; init; }
}

/// <summary>
/// A literal. <see cref="Value"/> is null (a typed null), bool, int, long, double, <see cref="string"/>, <see cref="System.Guid"/>,
/// <see cref="KqlDecimal"/>, for datetime <see cref="KqlDateTime"/>, for timespan <see cref="KqlTimeSpan"/>, for dynamic <see cref="KqlJson"/>.
/// </summary>
public sealed record BoundLiteral(object? Value, KqlType Type) : BoundExpression(Type);

/// <summary>A moment in 100 ns ticks since 0001-01-01 UTC.</summary>
public readonly record struct KqlDateTime(long Ticks);

/// <summary>A span of time in 100 ns ticks.</summary>
public readonly record struct KqlTimeSpan(long Ticks);

/// <summary>A decimal as plain invariant digits (<c>-12.50</c>), which may be more than .NET's own decimal holds.</summary>
public readonly record struct KqlDecimal(string Digits);

/// <summary>A dynamic value as compact JSON text.</summary>
public readonly record struct KqlJson(string Text);

/// <summary>A column of the relation that the expression is evaluated over.</summary>
public sealed record BoundColumn(ColumnSymbol Column) : BoundExpression(Column.Type);

/// <summary>A call of a scalar function, an operator, a window function or (inside summarize) an aggregate.</summary>
public sealed record BoundCall(FunctionSymbol Function, Signature Signature, ImmutableArray<BoundExpression> Arguments, KqlType Type)
    : BoundExpression(Type);

/// <summary><c>d.name</c> or <c>d["name"]</c> of a dynamic value (or of a string column that holds JSON).</summary>
public sealed record BoundMember(BoundExpression Target, string Name) : BoundExpression(KqlType.Dynamic);

/// <summary><c>d[index]</c> where the index is an integer or known only at run time; negative counts from the end.</summary>
public sealed record BoundElement(BoundExpression Target, BoundExpression Index) : BoundExpression(KqlType.Dynamic);

/// <summary>One part, counted from 0, of a call that gives several values: <c>series_fit_line(y)</c>. The parts of one call share it by reference.</summary>
public sealed record BoundTupleItem(BoundExpression Tuple, int Index, KqlType Type) : BoundExpression(Type);

/// <summary>A conversion that the language makes by itself: int to long, long to real, anything to dynamic.</summary>
public sealed record BoundConversion(BoundExpression Operand, KqlType Type) : BoundExpression(Type);

/// <summary><c>typeof(long)</c> as an argument.</summary>
public sealed record BoundTypeLiteral(KqlType Value) : BoundExpression(KqlType.Unknown);

/// <summary><c>toscalar(T)</c>: the first column of the first row, null when there is none.</summary>
public sealed record BoundScalarQuery(BoundRelation Query, KqlType Type) : BoundExpression(Type);

/// <summary>A table as an argument: <c>in (T)</c>, <c>has_any (T)</c> take its first column.</summary>
public sealed record BoundTableArgument(BoundRelation Query) : BoundExpression(KqlType.Unknown);

/// <summary><c>(e) as x</c> inside one expression is not KQL; an error is this node, and has been reported.</summary>
public sealed record BoundErrorExpression() : BoundExpression(KqlType.Unknown);
