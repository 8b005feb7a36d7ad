using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Numbers;

/// <summary>Whole numbers in 64 bits, whatever narrower type the engine read a literal in.</summary>
internal static class Integers
{
    public static SqlValue Wide(SqlValue value) =>
        value.Sql is SqlInteger && value.Type is KqlType.Long ? value with { Sql = Expr.Call("toInt64", value.Sql) } : value;

    public static SqlExpression AsLong(SqlValue value) => value.Type == KqlType.Int || value.Sql is SqlInteger ? Expr.Call("toInt64", value.Sql) : value.Sql;
}
