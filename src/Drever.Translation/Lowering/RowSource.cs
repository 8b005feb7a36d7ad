using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering;

/// <summary>What a SELECT reads from. It becomes SQL last, when it is known which columns were asked of it.</summary>
internal abstract class RowSource
{
    public abstract SqlSource Build();
}

/// <summary>A source that is ready: a stored table, <c>numbers()</c>.</summary>
internal sealed class FixedSource(SqlSource source) : RowSource
{
    public override SqlSource Build() => source;
}

/// <summary>Rows with columns that can be asked for: a nested SELECT, a union, a shared result.</summary>
internal interface IRowSet
{
    /// <summary>Asks for a column; gives the name under which the built query has it.</summary>
    string Export(ColumnSymbol symbol);

    /// <summary>The column's value inside; for its type, nullability and origin.</summary>
    ColumnSlot SlotOf(ColumnSymbol symbol);

    bool Has(ColumnSymbol symbol);
}

/// <summary>Rows under an alias: a nested query, or a common table by its name.</summary>
internal sealed class NestedSource(IRowSet rows, string alias, Func<SqlSource> build) : RowSource
{
    public IRowSet Rows { get; } = rows;

    public string Alias { get; } = alias;

    public static NestedSource OfQuery(SelectBlock block, string alias) => new(block, alias, () => new SqlSubquery(block.Build(), alias));

    public static NestedSource OfUnion(UnionRows union, string alias) => new(union, alias, () => new SqlSubquery(union.Build(), alias));

    public static NestedSource OfArgExtreme(ArgExtremeRows rows, string alias) => new(rows, alias, () => new SqlSubquery(rows.Build(), alias));

    public static NestedSource OfShared(SharedRows shared, string alias) => new(shared, alias, () => new SqlTable(null, shared.Name, alias));

    public override SqlSource Build() => build();
}

/// <summary>Two sources joined.</summary>
internal sealed class JoinedSource(NestedSource left, NestedSource right, SqlJoinKind kind, SqlExpression on) : RowSource
{
    public override SqlSource Build() => new SqlJoin(left.Build(), right.Build(), kind, on);
}

/// <summary>One row without columns: a SELECT without FROM.</summary>
internal sealed class NoSource : RowSource
{
    public static NoSource Instance { get; } = new();

    public override SqlSource Build() => throw new InvalidOperationException("a SELECT without FROM has no source to build");
}
