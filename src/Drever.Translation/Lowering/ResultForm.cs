using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering;

/// <summary>
/// The form in which a value leaves the engine: the canonical type of the design. Most expressions have it already; a comparison
/// is a number in ClickHouse and becomes a Bool here.
/// </summary>
internal static class ResultForm
{
    public static SqlExpression Of(ColumnSlot slot)
    {
        var value = slot.Value;
        if (slot.Stored is not null || value.Type != KqlType.Bool || value.Sql is SqlBool or SqlCast)
            return value.Sql;
        return Expr.Cast(value.Sql, value.Nullable ? SqlType.Nullable(SqlType.Bool) : SqlType.Bool);
    }
}
