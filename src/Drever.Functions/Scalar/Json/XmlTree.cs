using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Json;

/// <summary>
/// XML to JSON by one fold over the text's pieces. The state is the stack of open elements, the document itself at the bottom; an element is
/// (name, its properties so far as (name, JSON text), its text).
/// </summary>
internal static class XmlTree
{
    /// <summary>Comment, CDATA, processing instruction, declaration, tag, text. Groups: 1 CDATA, 2 closing slash, 3 name, 4 attributes, 5 closed at once, 6 text.</summary>
    private const string Pieces =
        """(?s)<!--.*?-->|<!\[CDATA\[(.*?)\]\]>|<\?.*?\?>|<![^>]*>|<(/?)([^\s/>]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(/?)>|([^<]+|<)""";

    private const string Attribute = """([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""";

    private static readonly SqlType Slots = new("Array(Tuple(String,String))");

    private static readonly SqlType Stack = new("Array(Tuple(String,Array(Tuple(String,String)),String))");

    /// <summary>The stack at the end of the text: of well-formed XML the document alone, with one property.</summary>
    public static SqlExpression Read(SqlExpression text)
    {
        var document = Expr.Tuple(Expr.Text(""), Expr.Cast(Expr.Array(), Slots), Expr.Text(""));
        return Expr.Call(
            "arrayFold",
            Expr.Lambda("stack", "piece", Next),
            Expr.Call("extractAllGroupsVertical", text, Expr.Text(Pieces)),
            Expr.Cast(Expr.Array(document), Stack));
    }

    public static SqlExpression SlotsOf(SqlExpression element) => Expr.Call("tupleElement", element, Expr.Number(2));

    /// <summary>A bag in which properties of one name are an array.</summary>
    public static SqlExpression Bag(SqlExpression slots)
    {
        var names = Expr.Call("arrayDistinct", Expr.Call("arrayMap", Expr.Lambda("slot", Bags.Key), slots));
        return DynamicValues.BagOfSlots(Expr.Call(
            "arrayMap",
            Expr.Lambda("name", name => Expr.Call("concat", DynamicShapes.Quote(name), Expr.Text(":"), Values(slots, name))),
            names));
    }

    private static SqlExpression Values(SqlExpression slots, SqlExpression name)
    {
        var items = Expr.Call(
            "arrayMap", Expr.Lambda("slot", Bags.Item), Expr.Call("arrayFilter", Expr.Lambda("slot", s => Expr.Equal(Bags.Key(s), name)), slots));
        return Expr.If(Expr.Greater(Expr.Call("length", items), Expr.Number(1)), DynamicArrays.FromItems(items), Expr.Call("arrayElement", items, Expr.Number(1)));
    }

    private static SqlExpression Next(SqlExpression stack, SqlExpression piece)
    {
        var (name, attributes) = (piece.At(3), Attributes(piece.At(4)));
        var top = stack.At(-1);
        var below = Expr.Call("arrayPopBack", stack);
        var opened = Expr.Call("arrayPushBack", stack, Expr.Tuple(name, attributes, Expr.Text("")));
        var alone = Expr.If(Expr.Call("empty", attributes), Expr.Text("null"), Bag(attributes));
        var spoken = Expr.Call("concat", piece.At(1), Expr.If(Expr.Call("match", piece.At(6), Expr.Text("\\S")), Expr.Call("decodeXMLComponent", piece.At(6)), Expr.Text("")));
        return Expr.Call(
            "multiIf",
            Expr.And(Expr.Call("notEmpty", name), Expr.Equal(piece.At(2), Expr.Text("/"))), Close(stack, top, below, name),
            Expr.And(Expr.Call("notEmpty", name), Expr.Equal(piece.At(5), Expr.Text("/"))), WithSlot(stack, name, alone),
            Expr.Call("notEmpty", name), opened,
            Expr.Call("notEmpty", spoken), Expr.Call("arrayPushBack", below, Expr.Tuple(Part(top, 1), Part(top, 2), Expr.Call("concat", Part(top, 3), spoken))),
            stack);
    }

    /// <summary>The element becomes a property of the one around it; a name that does not close it leaves something open for good.</summary>
    private static SqlExpression Close(SqlExpression stack, SqlExpression top, SqlExpression below, SqlExpression name) => Expr.If(
        Expr.And(Expr.Equal(Part(top, 1), name), Expr.Greater(Expr.Call("length", stack), Expr.Number(1))),
        WithSlot(below, name, Content(top)),
        Expr.Call("arrayPushBack", stack, Expr.Tuple(Expr.Text(""), Expr.Cast(Expr.Array(), Slots), Expr.Text(""))));

    private static SqlExpression Content(SqlExpression element)
    {
        var text = DynamicShapes.Quote(Part(element, 3));
        var slots = Expr.If(
            Expr.Call("empty", Part(element, 3)), Part(element, 2), Expr.Call("arrayPushBack", Part(element, 2), Expr.Tuple(Expr.Text("#text"), text)));
        return Expr.If(Expr.Call("empty", Part(element, 2)), text, Bag(slots));
    }

    private static SqlExpression WithSlot(SqlExpression stack, SqlExpression name, SqlExpression json)
    {
        var top = stack.At(-1);
        return Expr.Call(
            "arrayPushBack",
            Expr.Call("arrayPopBack", stack),
            Expr.Tuple(Part(top, 1), Expr.Call("arrayPushBack", Part(top, 2), Expr.Tuple(name, json)), Part(top, 3)));
    }

    private static SqlExpression Attributes(SqlExpression text) => Expr.Call(
        "arrayMap",
        Expr.Lambda("attribute", a => Expr.Tuple(
            Expr.Call("concat", Expr.Text("@"), a.At(1)),
            DynamicShapes.Quote(Expr.Call("decodeXMLComponent", Expr.Call("concat", a.At(2), a.At(3)))))),
        Expr.Call("extractAllGroupsVertical", text, Expr.Text(Attribute)));

    private static SqlExpression Part(SqlExpression element, int number) => Expr.Call("tupleElement", element, Expr.Number(number));
}
