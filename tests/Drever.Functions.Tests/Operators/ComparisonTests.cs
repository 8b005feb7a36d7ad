using Drever.Functions.Tests.Support;
using Drever.Kql.Symbols;
using Drever.Testing;

namespace Drever.Functions.Tests.Operators;

/// <summary>Every comparison with values and nulls, as literals and as values known at run time, kept and in a filter.</summary>
[Collection(EngineCollection.Name)]
public sealed class ComparisonTests(EngineFixture fixture)
{
    [Theory]
    [InlineData("==", "int 5", "int 5", "true")]
    [InlineData("==", "int 5", "long 6", "false")]
    [InlineData("==", "int 5", "int null", "false")]
    [InlineData("==", "int null", "long 5", "false")]
    [InlineData("==", "int null", "int null", null)]
    [InlineData("!=", "int 5", "int 6", "true")]
    [InlineData("!=", "int 5", "int 5", "false")]
    [InlineData("!=", "int 5", "int null", "true")]
    [InlineData("!=", "int null", "int 5", "true")]
    [InlineData("!=", "int null", "int null", null)]
    [InlineData("<>", "int 5", "int 6", "true")]
    [InlineData("==", "long 1", "real 1", "true")]
    [InlineData("==", "decimal 1.50", "real 1.5", "true")]
    [InlineData("==", "bool true", "int 1", "true")]
    [InlineData("==", "real NaN", "real NaN", "false")]
    [InlineData("==", "'a'", "'a'", "true")]
    [InlineData("==", "'a'", "'A'", "false")]
    [InlineData("==", "'a\\'", "'a\\'", "true")]
    [InlineData("==", "json \"a\"", "'a'", "true")]
    [InlineData("==", "json null", "'a'", "false")]
    [InlineData("!=", "json null", "'a'", "true")]
    [InlineData("==", "json 5", "'5'", "true")]
    [InlineData("==", "json 5", "long 5", "true")]
    [InlineData("==", "json 1.5", "long 1", "false")]
    [InlineData("==", "json 9007199254740993", "long 9007199254740992", "false")]
    [InlineData("==", "json 9007199254740993", "long 9007199254740993", "true")]
    [InlineData("!=", "json 9007199254740993", "long 9007199254740992", "true")]
    [InlineData("==", "json null", "long 5", "false")]
    [InlineData("==", "json true", "bool true", "true")]
    [InlineData("==", "json \"2024-01-02T00:00:00Z\"", "datetime 2024-01-02", "true")]
    [InlineData("==", "guid 74be27de-1e4e-49d9-b579-fe0b331d3642", "'74BE27DE-1E4E-49D9-B579-FE0B331D3642'", "true")]
    [InlineData("==", "datetime 2024-01-02", "datetime 2024-01-02", "true")]
    [InlineData("==", "timespan 01:00:00", "timespan 01:00:00", "true")]
    [InlineData("<", "int 1", "real 1.5", "true")]
    [InlineData("<", "int 1", "int null", null)]
    [InlineData("<", "long null", "long null", null)]
    [InlineData("<=", "long 5", "long 5", "true")]
    [InlineData(">", "datetime 2024-01-02", "datetime 2024-01-01", "true")]
    [InlineData(">=", "timespan 00:59:00", "timespan 01:00:00", "false")]
    [InlineData(">", "json 3", "real 2.5", "true")]
    [InlineData("<", "json \"x\"", "real 2.5", null)]
    [InlineData(">", "bool true", "int 0", "true")]
    public async Task Two_values(string op, string left, string right, string? expected)
    {
        Operand l = Literal.Parse(left), r = Literal.Parse(right);
        var forms = new[]
        {
            TestCall.Operator(op, KqlType.Bool, l, r),
            TestCall.Operator(op, KqlType.Bool, TestCall.RunTime(l), r),
            TestCall.Operator(op, KqlType.Bool, l, TestCall.RunTime(r)),
            TestCall.Operator(op, KqlType.Bool, TestCall.RunTime(l), TestCall.RunTime(r)),
        };
        Assert.All(await fixture.ValuesAsync(forms), v => Assert.Equal(expected, v));
        if (expected is null)
            Assert.All(forms, f => Assert.True(f.Nullable));

        var inFilter = TestCall.Operator(op, KqlType.Bool, new TestContext(), inFilter: true, TestCall.RunTime(l), TestCall.RunTime(r));
        Assert.Equal(expected is "true", await fixture.ValueAsync(inFilter) is "1" or "true");
    }

    [Theory]
    [InlineData("int 5", "int 1", "int 5", "true")]
    [InlineData("int 6", "int 1", "int 5", "false")]
    [InlineData("int null", "int 1", "int 5", null)]
    [InlineData("int 6", "int null", "int 5", "false")]
    [InlineData("real 1.5", "long 1", "long 2", "true")]
    [InlineData("datetime 2024-01-02", "datetime 2024-01-01", "timespan 1.00:00:00", "true")]
    [InlineData("datetime 2024-01-02", "datetime 2024-01-01", "timespan 23:59:59", "false")]
    [InlineData("datetime 2024-01-02", "datetime 2024-01-01", "datetime 2024-01-03", "true")]
    [InlineData("timespan 01:00:00", "timespan 00:30:00", "timespan 01:00:00", "true")]
    [InlineData("json 3", "long 1", "long 5", "true")]
    public async Task Between(string value, string start, string end, string? expected)
    {
        Operand[] operands = [TestCall.RunTime(Literal.Parse(value)), Literal.Parse(start), Literal.Parse(end)];
        Assert.Equal(expected, await fixture.ValueAsync(TestCall.Operator("between", KqlType.Bool, operands)));
        var opposite = expected is null ? null : expected is "true" ? "false" : "true";
        Assert.Equal(opposite, await fixture.ValueAsync(TestCall.Operator("!between", KqlType.Bool, operands)));
    }

    [Theory]
    [InlineData("and", "bool true", "bool true", "true")]
    [InlineData("and", "bool true", "bool false", "false")]
    [InlineData("and", "bool null", "bool true", null)]
    [InlineData("and", "bool null", "bool false", "false")]
    [InlineData("or", "bool false", "bool false", "false")]
    [InlineData("or", "bool null", "bool true", "true")]
    [InlineData("or", "bool null", "bool false", null)]
    [InlineData("or", "json true", "bool false", "true")]
    [InlineData("and", "json true", "json false", "false")]
    public async Task Connectives(string op, string left, string right, string? expected)
    {
        Operand l = TestCall.RunTime(Literal.Parse(left)), r = TestCall.RunTime(Literal.Parse(right));
        SqlValue[] forms = [TestCall.Operator(op, KqlType.Bool, l, r), TestCall.Operator(op, KqlType.Bool, r, l)];
        Assert.All(await fixture.ValuesAsync(forms), v => Assert.Equal(expected, v));
    }
}
