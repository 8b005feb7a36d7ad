using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>Results of comparisons. The engine answers them in UInt8; a value that is kept is made a Bool, a filter takes it as it is.</summary>
internal static class Truths
{
    /// <summary>A bool that is never null.</summary>
    public static SqlValue Truth(this ScalarCall call, SqlExpression sql) => call.ReturnsNotNull(call.InFilter ? sql : AsBool(sql));

    /// <summary>A bool that is null where the engine says NULL.</summary>
    public static SqlValue TruthOrNull(this ScalarCall call, SqlExpression sql, bool nullable) =>
        nullable ? call.ReturnsNullable(call.InFilter ? sql : AsBool(sql)) : call.Truth(sql);

    private static SqlExpression AsBool(SqlExpression sql) => sql is SqlBool ? sql : Expr.Call("toBool", sql);
}
