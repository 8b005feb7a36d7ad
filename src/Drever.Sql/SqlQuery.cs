using System.Collections.Immutable;

namespace Drever.Sql;

/// <summary>A query: one SELECT or several with UNION ALL between.</summary>
public abstract record SqlQuery
{
    /// <summary>Names for whole queries, in front; only the outermost query has them.</summary>
    public ImmutableArray<SqlCommonTable> With { get; init; } = [];
}

/// <summary><c>name AS [MATERIALIZED] (query)</c>.</summary>
public sealed record SqlCommonTable(string Name, SqlQuery Query, bool IsMaterialized);

/// <summary>An expression and the name that it gets.</summary>
public readonly record struct SqlItem(SqlExpression Value, string Alias);

public sealed record SqlSelect : SqlQuery
{
    public required ImmutableArray<SqlItem> Items { get; init; }

    public bool IsDistinct { get; init; }

    /// <summary>Null selects one row from nothing.</summary>
    public SqlSource? From { get; init; }

    /// <summary>ARRAY JOIN: each expression's elements become rows, in parallel.</summary>
    public ImmutableArray<SqlItem> ArrayJoin { get; init; } = [];

    public bool IsLeftArrayJoin { get; init; }

    public SqlExpression? Where { get; init; }

    public ImmutableArray<SqlExpression> GroupBy { get; init; } = [];

    public SqlExpression? Having { get; init; }

    public ImmutableArray<SqlOrder> OrderBy { get; init; } = [];

    public SqlLimitBy? LimitBy { get; init; }

    public SqlExpression? Limit { get; init; }

    public SqlExpression? Offset { get; init; }
}

public sealed record SqlLimitBy(SqlExpression Count, ImmutableArray<SqlExpression> Keys);

public sealed record SqlUnionAll(ImmutableArray<SqlQuery> Queries) : SqlQuery;

/// <summary>What rows come from. Every source has an alias, by which its columns are named.</summary>
public abstract record SqlSource(string Alias);

/// <summary>A stored table; without a database, a common table or a temporary one.</summary>
public sealed record SqlTable(string? Database, string Name, string Alias) : SqlSource(Alias);

public sealed record SqlSubquery(SqlQuery Query, string Alias) : SqlSource(Alias);

/// <summary><c>numbers(n)</c>, <c>values(...)</c>: table functions that our own code writes.</summary>
public sealed record SqlTableFunction(string Name, ImmutableArray<SqlExpression> Arguments, string Alias) : SqlSource(Alias);

public enum SqlJoinKind
{
    Inner, Left, Right, Full, LeftSemi, RightSemi, LeftAnti, RightAnti, Cross, LeftAny, InnerAny, AsofLeft,
}

/// <summary>Both sides keep their own aliases; the join's own alias is not written.</summary>
public sealed record SqlJoin(SqlSource Left, SqlSource Right, SqlJoinKind Kind, SqlExpression? On) : SqlSource("");
