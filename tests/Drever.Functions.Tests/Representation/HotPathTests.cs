using Drever.Functions.Tests.Support;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Tests.Representation;

/// <summary>The SQL of what hunts do for every row: it must be what an expert would write.</summary>
public class HotPathTests
{
    private static readonly Operand Text = TestCall.Column("s", KqlType.String);

    private static SqlValue Parsed => Call("parse_json", KqlType.Dynamic, Text);

    [Fact]
    public void Text_of_a_path_is_one_extraction() =>
        Is("JSONExtractString(`t`.`s`, 'a', 'b')", Member(Member(Parsed, "a"), "b").AsText());

    [Fact]
    public void Number_of_a_path_is_one_extraction() =>
        Is("JSONExtract(`t`.`s`, 'a', 1, 'Nullable(Int64)')", Element(Member(Parsed, "a"), 0).To(KqlType.Long));

    [Fact]
    public void Json_in_json_is_two_extractions() =>
        Is("JSONExtractString(JSONExtractString(`t`.`s`, 'a'), 'b')",
            Member(Call("parse_json", KqlType.Dynamic, Operand(Member(Parsed, "a").AsText())), "b").AsText());

    [Fact]
    public void A_part_of_a_text_never_becomes_json() =>
        Is("arrayElement(splitByString(';', `t`.`s`), -1)", Element(Call("split", KqlType.Dynamic, Text, TestCall.Text(";")), -1).AsText());

    [Fact]
    public void The_count_of_parts_is_that_of_the_array() =>
        Is("toInt64(length(splitByString(';', `t`.`s`)))", Call("array_length", KqlType.Long, Operand(Call("split", KqlType.Dynamic, Text, TestCall.Text(";")))));

    [Fact]
    public void The_length_of_a_stored_array_is_asked_for() =>
        Is("if(JSONType(`t`.`s`, 'a') = 'Array', toInt64(JSONLength(`t`.`s`, 'a')), NULL)", Call("array_length", KqlType.Long, Operand(Member(Parsed, "a"))));

    [Fact]
    public void One_part_of_a_url_is_one_regular_expression() =>
        Is("extract(`t`.`s`, '#(.*)$')", Member(Call("parse_url", KqlType.Dynamic, Text), "Fragment").AsText());

    [Fact]
    public void A_member_of_a_packed_bag_is_its_value() =>
        Is("`t`.`s`", Member(Call("bag_pack", KqlType.Dynamic, TestCall.Text("x"), Text), "x").AsText());

    [Fact]
    public void Emptiness_of_a_member_reads_it_once() =>
        Is("notEmpty(JSONExtractString(`t`.`s`, 'a'))", Call("isnotempty", KqlType.Bool, Operand(Member(Parsed, "a"))));

    [Fact]
    public void A_constant_set_is_an_array() =>
        Is("has(['a', 'b'], `t`.`s`)", Call("set_has_element", KqlType.Bool, TestCall.Literal(new Kql.Binding.KqlJson("""["a","b"]"""), KqlType.Dynamic), Text));

    [Fact]
    public void A_constant_range_of_addresses_is_two_comparisons() =>
        Is("arrayElement(arrayMap((ip) -> ip >= 167772160 AND ip <= 184549375, [IPv4StringToNumOrNull(substringIndex(`t`.`s`, '/', 1))]), 1)",
            Call("ipv4_is_in_range", KqlType.Bool, Text, TestCall.Text("10.0.0.0/8")));

    [Fact]
    public void A_group_of_a_regular_expression_is_one_extraction() =>
        Is("extract(`t`.`s`, '-enc ([^ ]+)')",
            Call("extract", KqlType.String, TestCall.Text("-enc ([^ ]+)"), TestCall.Literal(1L, KqlType.Long), Text));

    private static void Is(string sql, SqlValue value) => Assert.Equal(sql, SqlWriter.Write(value.Sql));

    private static SqlValue Call(string name, KqlType type, params Operand[] operands) => TestCall.Function(name, type, operands);

    private static SqlValue Member(SqlValue value, string name) => new(DynamicPaths.Member(value.Sql, name), KqlType.Dynamic, Nullable: false);

    private static SqlValue Element(SqlValue value, long index) =>
        new(DynamicPaths.Element(value.Sql, new SqlValue(Expr.Number(index), KqlType.Long, Nullable: false)), KqlType.Dynamic, Nullable: false);

    private static Operand Operand(SqlValue value) => new(new Kql.Binding.BoundErrorExpression(), value);
}
