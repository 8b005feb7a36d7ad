using System.Collections.Immutable;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions;

/// <summary>An example of the documentation page: shown in the docs, run as a test, counted in the coverage.</summary>
/// <param name="Kql">A scalar expression; for an aggregate, over the rows of <see cref="Over"/>.</param>
/// <param name="Result">The value as <c>query --format csv</c> prints it (null is empty).</param>
public sealed record Example(string Kql, string Result)
{
    /// <summary>A table expression for aggregates and window functions: <c>range x from 1 to 3 step 1</c>.</summary>
    public string? Over { get; init; }
}

/// <summary>
/// One function of KQL, whole: how it is called, what it is for, examples, and how it becomes SQL. One file each; a subclass
/// needs no registration.
/// </summary>
public abstract class KqlFunction
{
    /// <summary>
    /// Ways to call it in the notation of <see cref="Declarations"/>, tried in order. Lines of several names are several functions
    /// with this one lowering (<c>iff</c> and <c>iif</c>, <c>make_set</c> and the obsolete <c>makeset</c>).
    /// </summary>
    public abstract IReadOnlyList<string> Signatures { get; }

    /// <summary>One line for people.</summary>
    public abstract string Doc { get; }

    public virtual IReadOnlyList<Example> Examples => [];

    /// <summary>The type rule of a signature that returns <c>custom</c>; dynamic unless overridden.</summary>
    public virtual KqlType CustomReturn(ImmutableArray<KqlType> arguments) => KqlType.Dynamic;
}

/// <summary>A scalar function.</summary>
public abstract class ScalarFunction : KqlFunction
{
    public abstract SqlValue Lower(ScalarCall call);

    /// <summary>A mistake that only shows when the constants are looked at; null when there is none.</summary>
    public virtual string? Check(ImmutableArray<BoundExpression> arguments) => null;
}

/// <summary>An operator of the language as a function of its operands; its signatures are under its text: <c>"=~(left: string|dynamic, ...)"</c>.</summary>
public abstract class OperatorFunction : ScalarFunction;

/// <summary>
/// A function of rows in their order; lowered to a window function. The engine's window functions can't look at one another's results in one
/// SELECT, so that what a call needs of others is made a step of its own before it, from the two methods below.
/// </summary>
public abstract class WindowFunction : KqlFunction
{
    /// <summary>The restart argument, where there is one, is the number of the segment by then: equal in rows without a restart between them.</summary>
    public abstract SqlValue Lower(WindowCall call);

    /// <summary>The call in terms of simpler ones; null when it is simple itself.</summary>
    public virtual BoundExpression? Expand(BoundCall call, IFunctionCatalog functions) => null;

    /// <summary>The condition that begins a new segment; null when nothing does.</summary>
    public virtual BoundExpression? RestartOf(BoundCall call, IFunctionCatalog functions) =>
        RestartIndex(call.Signature) is var index and >= 0 && index < call.Arguments.Length ? call.Arguments[index] : null;

    /// <summary>The place of the restart argument, or -1.</summary>
    public static int RestartIndex(Signature signature)
    {
        for (var i = 0; i < signature.Parameters.Length; i++)
        {
            if (string.Equals(signature.Parameters[i].Name, "restart", StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}

/// <summary>An aggregate. One column is the rule; <c>arg_max</c>, <c>percentiles</c> and <c>take_any</c> give several.</summary>
public abstract class AggregateFunction : KqlFunction
{
    public abstract SqlValue Lower(ScalarCall call);

    public virtual ImmutableArray<SqlValue> LowerMany(ScalarCall call) => [Lower(call)];
}

/// <summary>What a lowering may ask of the query around it.</summary>
public interface ILoweringContext
{
    /// <summary>The query's one <c>now()</c>, as DateTime64(7).</summary>
    SqlExpression Now { get; }

    /// <summary>When the row was received; a null where the row is of no one table.</summary>
    SqlValue IngestionTime => Values.TruthValues.NullOf(KqlType.DateTime);

    /// <summary>A lambda parameter's name that nothing else in the query has.</summary>
    string NewVariable(string hint);

    /// <summary>Lowers another expression over the same row.</summary>
    SqlValue Lower(BoundExpression expression);

    /// <summary>The first column of a table argument as a scalar subquery that gives one array of its values.</summary>
    SqlValue LowerTableAsArray(BoundRelation table);

    /// <summary>The first column of a table argument as a query for IN.</summary>
    SqlQuery LowerTableForIn(BoundRelation table, KqlType asType);

    /// <summary>Facts of the stored column behind an expression, when it is exactly that: for text indexes.</summary>
    StoredColumn? StoredColumnOf(BoundExpression expression);
}

/// <summary>What a lowering needs to know of a stored column.</summary>
public sealed record StoredColumn(string Table, string Name, bool IsTextIndexed, bool IsLowCardinality);

/// <summary>A call that is being lowered.</summary>
/// <param name="Arguments">The operands in SQL.</param>
/// <param name="Bound">The same as they were bound, for literals.</param>
/// <param name="Type">The result type that the binder computed.</param>
/// <param name="Context">The query around it.</param>
public sealed record ScalarCall(
    ImmutableArray<SqlValue> Arguments, ImmutableArray<BoundExpression> Bound, KqlType Type, ILoweringContext Context)
{
    /// <summary>
    /// The value is only asked whether it is true: null and false are the same, so that <c>a == b</c> may become plain <c>a = b</c>.
    /// </summary>
    public bool InFilter { get; init; }

    public SqlValue this[int index] => Arguments[index];

    public int Count => Arguments.Length;

    /// <summary>A result that is null when some argument is.</summary>
    public SqlValue Returns(SqlExpression sql) => new(sql, Type, CanBeNull && Arguments.Any(a => a.Nullable));

    /// <summary>A result that is never null.</summary>
    public SqlValue ReturnsNotNull(SqlExpression sql) => new(sql, Type, Nullable: false);

    /// <summary>A result that may be null whatever the arguments are.</summary>
    public SqlValue ReturnsNullable(SqlExpression sql) => new(sql, Type, CanBeNull);

    /// <summary>The literal text of an argument, or null when it is no string literal.</summary>
    public string? LiteralText(int index) =>
        index < Bound.Length && Bound[index] is BoundLiteral { Value: string text } ? text : null;

    private bool CanBeNull => Type is not (KqlType.String or KqlType.Dynamic);
}

/// <summary>A window function's call: the order of rows is that of the serialised input.</summary>
public sealed record WindowCall(
    ImmutableArray<SqlValue> Arguments, ImmutableArray<BoundExpression> Bound, KqlType Type, ILoweringContext Context, ImmutableArray<SqlOrder> Order)
{
    /// <summary>Inside mv-apply: the id of the outer row, whose rows are a set of their own.</summary>
    public ImmutableArray<SqlExpression> PartitionBy { get; init; } = [];

    /// <summary>Makes <c>name(arguments) OVER (ORDER BY the row order ...)</c>.</summary>
    public SqlExpression Over(string name, SqlFrame frame, params ReadOnlySpan<SqlExpression> arguments) =>
        new SqlWindow(new SqlCall(name, [.. arguments]), PartitionBy, Order, frame);

    /// <summary>The same within a segment, when the argument that numbers segments is there.</summary>
    public WindowCall InSegment(int index) =>
        index < Arguments.Length ? this with { PartitionBy = PartitionBy.Add(Arguments[index].Sql) } : this;
}
