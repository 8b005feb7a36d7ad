using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Json;

/// <summary>Source: Kusto reference, "treepath()": <c>[0]</c> stands for any element of an array. Ten levels are followed.</summary>
internal sealed class TreePath : ScalarFunction
{
    private const int Depth = 10;

    public override IReadOnlyList<string> Signatures => ["treepath(object: dynamicbag): dynamic as PrefixAndFirstArgument(tree) foldable"];

    public override string Doc => "The paths of all values inside a dynamic value, in order.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""treepath(parse_json('{"a":"b", "c":123}'))""", """["['a']","['c']"]"""),
        new("""treepath(parse_json('{"list":[100,"x",{"x":"y"}],"p":1}'))""", """["['list']","['list'][0]","['list'][0]['x']","['p']"]"""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        // a node is its path and its JSON text; each round takes the last one's nodes apart
        var node = Expr.Tuple(Expr.Text(""), call[0].Sql);
        var levels = Expr.Call(
            "arrayFold",
            Expr.Lambda("state", "level", (state, _) => Next(Expr.Call("tupleElement", state, Expr.Number(1)), Expr.Call("tupleElement", state, Expr.Number(2)))),
            Expr.Call("range", Expr.Number(Depth)),
            Expr.Tuple(Expr.Call("emptyArrayString"), Expr.Array(node)));
        return call.ReturnsNotNull(DynamicArrays.FromTexts(Expr.Call("arraySort", Expr.Call("arrayDistinct", Expr.Call("tupleElement", levels, Expr.Number(1))))));
    }

    private static SqlExpression Next(SqlExpression paths, SqlExpression nodes)
    {
        var children = Expr.Call("arrayFlatten", Expr.Call("arrayMap", Expr.Lambda("node", Children), nodes));
        return Expr.Tuple(
            Expr.Call("arrayConcat", paths, Expr.Call("arrayMap", Expr.Lambda("child", c => Expr.Call("tupleElement", c, Expr.Number(1))), children)),
            children);
    }

    private static SqlExpression Children(SqlExpression node)
    {
        var path = Expr.Call("tupleElement", node, Expr.Number(1));
        var json = Expr.Call("tupleElement", node, Expr.Number(2));
        var slots = Expr.Call(
            "arrayMap",
            Expr.Lambda("slot", s => Expr.Tuple(Expr.Call("concat", path, Expr.Text("['"), Bags.Key(s), Expr.Text("']")), Bags.Item(s))),
            Expr.Call("JSONExtractKeysAndValuesRaw", json));
        var items = Expr.Call(
            "arrayMap", Expr.Lambda("item", i => Expr.Tuple(Expr.Call("concat", path, Expr.Text("[0]")), i)), Expr.Call("JSONExtractArrayRaw", json));
        return Expr.Call("arrayConcat", slots, items);
    }
}
