using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Json;

/// <summary>
/// Source: Kusto reference, "parse_xml()": elements are properties, attributes properties with <c>@</c> before the name, text beside them is
/// <c>#text</c>, elements of one name an array. Null for what is no XML. Declarations and comments are left out.
/// </summary>
internal sealed class ParseXml : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["parse_xml(xml_text: stringordynamic): dynamic as FirstArgument foldable"];

    public override string Doc => "An XML text as a dynamic value.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""parse_xml("<IpRange Subnet='1.2.3.0/24'/>").IpRange.['@Subnet']""", "\"1.2.3.0/24\""),
        new("""parse_xml("<?xml version='1.0'?><a x='1'><b>one &amp; two</b><b><c/></b>\n<d></d>rest<!-- no --></a>")""",
            """{"a":{"@x":"1","b":["one & two",{"c":null}],"d":"","#text":"rest"}}"""),
        new("""parse_xml("<a><![CDATA[<x>]]></a>").a""", "\"<x>\""),
        new("""parse_xml("<a><b></a>")""", ""),
        new("""parse_xml("text")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var state = XmlTree.Read(call[0].ToText());
        return call.ReturnsNotNull(Once.Use("document", state, document => Expr.If(
            Expr.And(Expr.Equal(Expr.Call("length", document), Expr.Number(1)), Expr.Equal(Expr.Call("length", XmlTree.SlotsOf(document.At(1))), Expr.Number(1))),
            XmlTree.Bag(XmlTree.SlotsOf(document.At(1))),
            Expr.Text(""))));
    }
}
