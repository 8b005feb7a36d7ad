using System.Collections.Immutable;

namespace Drever.Sql;

/// <summary>A ClickHouse expression. Text exists only after <see cref="SqlWriter"/>; nothing here holds SQL text.</summary>
public abstract record SqlExpression;

/// <summary>A string literal; the writer escapes it.</summary>
public sealed record SqlString(string Value) : SqlExpression;

/// <summary>An integer literal.</summary>
public sealed record SqlInteger(long Value) : SqlExpression;

/// <summary>A floating-point literal; NaN and the infinities too.</summary>
public sealed record SqlFloat(double Value) : SqlExpression;

public sealed record SqlBool(bool Value) : SqlExpression;

public sealed record SqlNull : SqlExpression
{
    public static SqlNull Instance { get; } = new();
}

/// <summary>A column, always with the alias of the source it comes from, so that a select list's aliases never shadow it.</summary>
public sealed record SqlColumn(string Source, string Name) : SqlExpression;

/// <summary>A lambda's parameter.</summary>
public sealed record SqlVariable(string Name) : SqlExpression;

/// <summary><c>name(parameters)(arguments)</c>; the name comes from our own code, and the writer refuses one that is no identifier.</summary>
public sealed record SqlCall(string Name, ImmutableArray<SqlExpression> Arguments) : SqlExpression
{
    /// <summary>The first brackets of a parametric aggregate: <c>quantile(0.5)(x)</c>.</summary>
    public ImmutableArray<SqlExpression> Parameters { get; init; } = [];

    public bool IsDistinct { get; init; }
}

public enum SqlUnaryOperator
{
    Not,
    Negate,
    IsNull,
    IsNotNull,
}

public sealed record SqlUnary(SqlUnaryOperator Operator, SqlExpression Operand) : SqlExpression;

public enum SqlBinaryOperator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Like,
    ILike,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}

public sealed record SqlBinary(SqlBinaryOperator Operator, SqlExpression Left, SqlExpression Right) : SqlExpression;

/// <summary><c>x IN (a, b)</c> or <c>x IN (SELECT ...)</c>.</summary>
public sealed record SqlIn(SqlExpression Value, ImmutableArray<SqlExpression> Items, SqlQuery? Query, bool IsNegated) : SqlExpression;

/// <summary><c>CAST(x, 'T')</c>.</summary>
public sealed record SqlCast(SqlExpression Operand, SqlType Type) : SqlExpression;

public sealed record SqlLambda(ImmutableArray<string> Parameters, SqlExpression Body) : SqlExpression;

public sealed record SqlArray(ImmutableArray<SqlExpression> Items) : SqlExpression;

public sealed record SqlTuple(ImmutableArray<SqlExpression> Items) : SqlExpression;

/// <summary><c>(SELECT ...)</c> as a value.</summary>
public sealed record SqlScalarSubquery(SqlQuery Query) : SqlExpression;

/// <summary><c>f(x) OVER (PARTITION BY ... ORDER BY ... ROWS BETWEEN ...)</c>.</summary>
public sealed record SqlWindow(SqlCall Call, ImmutableArray<SqlExpression> PartitionBy, ImmutableArray<SqlOrder> OrderBy, SqlFrame Frame) : SqlExpression;

public enum SqlFrame
{
    /// <summary>None written: functions such as row_number().</summary>
    Default,
    /// <summary>From the first row of the partition to this one.</summary>
    RowsToCurrent,
    /// <summary>All rows of the partition.</summary>
    AllRows,
}

public sealed record SqlOrder(SqlExpression Value, bool Descending, bool NullsFirst);

/// <summary>A type name, made only by our own code.</summary>
public readonly record struct SqlType(string Name)
{
    public static SqlType String { get; } = new("String");

    public static SqlType Bool { get; } = new("Bool");

    public static SqlType Int32 { get; } = new("Int32");

    public static SqlType Int64 { get; } = new("Int64");

    public static SqlType Float64 { get; } = new("Float64");

    public static SqlType Uuid { get; } = new("UUID");

    /// <summary>100 ns since 1970; the ticks of KQL's datetime.</summary>
    public static SqlType DateTime { get; } = new("DateTime64(7,'UTC')");

    public static SqlType Decimal(int scale) => new($"Decimal(38,{scale})");

    public static SqlType Nullable(SqlType inner) => new($"Nullable({inner.Name})");

    public static SqlType Array(SqlType inner) => new($"Array({inner.Name})");
}
