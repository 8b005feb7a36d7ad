using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>The parameters of a URL's query, as they stand there: nothing is decoded. Of several with one name the first counts.</summary>
internal static class UrlQuery
{
    /// <summary>A bag of <c>k1=v1&amp;k2=v2</c>.</summary>
    public static SqlExpression Bag(SqlExpression query)
    {
        var parameters = Expr.Call("arrayFilter", Expr.Lambda("parameter", p => Expr.Call("notEmpty", p)), Expr.Call("splitByChar", Expr.Text("&"), query));
        return DynamicValues.BagOfSlots(Expr.Call("arrayMap", Expr.Lambda("parameter", Slot), parameters));
    }

    private static SqlExpression Slot(SqlExpression parameter)
    {
        var name = Expr.Call("substringIndex", parameter, Expr.Text("="), Expr.Number(1));
        var value = Expr.Call("substring", parameter, Expr.Add(Expr.Call("length", name), Expr.Number(2)));
        return Expr.Call("concat", Expr.Call("toJSONString", name), Expr.Text(":"), Expr.Call("toJSONString", value));
    }
}
