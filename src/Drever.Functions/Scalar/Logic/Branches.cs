using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Logic;

/// <summary>Values that meet in one result: all in the result's type, whole-number literals in its full width.</summary>
internal static class Branches
{
    public static SqlValue Branch(this ScalarCall call, int index)
    {
        var value = call[index].To(call.Type);
        return value.Sql is SqlInteger && call.Type is KqlType.Long or KqlType.TimeSpan ? value with { Sql = Expr.Call("toInt64", value.Sql) } : value;
    }
}
