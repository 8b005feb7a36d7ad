using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>What hash() takes of a value: the UTF-8 of a string, the binary form of the others (ticks since year 1 of a datetime).</summary>
internal static class HashedBytes
{
    public static SqlExpression Of(SqlValue value) => value.Type switch
    {
        KqlType.String or KqlType.Dynamic => value.ToText(),
        KqlType.DateTime => Conversions.TicksOf(value.Sql),
        KqlType.Int => Expr.Call("toInt32", value.Sql),
        KqlType.Long or KqlType.TimeSpan => Expr.Call("toInt64", value.Sql),
        KqlType.Bool => Expr.Call("toUInt8", value.Sql),
        KqlType.Guid => GuidBytes.Reorder(Expr.Call("unhex", Expr.Call("replaceAll", value.ToText(), Expr.Text("-"), Expr.Text("")))),
        KqlType.Decimal => value.ToText(),
        _ => value.Sql,
    };
}
