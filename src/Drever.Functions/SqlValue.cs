using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions;

/// <summary>
/// A KQL value as a ClickHouse expression in the representation of the design: string -> String (never null), long, int, real ->
/// Nullable(Int64/Int32/Float64), bool -> Nullable(Bool), datetime -> Nullable(DateTime64(7,'UTC')), timespan -> Nullable(Int64) ticks,
/// guid -> Nullable(UUID), decimal -> Nullable(Decimal(38, s)), dynamic -> String with JSON text, empty for null.
/// </summary>
/// <param name="Sql">The expression.</param>
/// <param name="Type">Its KQL type.</param>
/// <param name="Nullable">Whether it can be NULL in ClickHouse's sense; never for string and dynamic.</param>
public readonly record struct SqlValue(SqlExpression Sql, KqlType Type, bool Nullable);
