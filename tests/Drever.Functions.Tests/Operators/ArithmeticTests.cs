using Drever.Functions.Tests.Support;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Testing;

namespace Drever.Functions.Tests.Operators;

[Collection(EngineCollection.Name)]
public sealed class ArithmeticTests(EngineFixture fixture)
{
    [Theory]
    [InlineData("+", "long 1", "long 2", KqlType.Long, "3")]
    [InlineData("+", "long 9223372036854775807", "long 1", KqlType.Long, "-9223372036854775808")]
    [InlineData("+", "int 2147483647", "int 1", KqlType.Int, "-2147483648")]
    [InlineData("+", "long 200", "long 200", KqlType.Long, "400")]
    [InlineData("-", "long 1", "long 200", KqlType.Long, "-199")]
    [InlineData("*", "long 300", "long 300", KqlType.Long, "90000")]
    [InlineData("+", "long 1", "real 0.5", KqlType.Real, "1.5")]
    [InlineData("+", "long 1", "long null", KqlType.Long, "")]
    [InlineData("*", "int null", "int 5", KqlType.Int, "")]
    [InlineData("+", "decimal 1.5", "long 1", KqlType.Decimal, "2.5")]
    [InlineData("*", "decimal 1.5", "decimal 1.5", KqlType.Decimal, "2.25")]
    [InlineData("/", "decimal 1", "decimal 4", KqlType.Decimal, "0.25")]
    [InlineData("/", "decimal 1", "decimal 0", KqlType.Decimal, "")]
    [InlineData("/", "long 7", "long 2", KqlType.Long, "3")]
    [InlineData("/", "long -7", "long 2", KqlType.Long, "-3")]
    [InlineData("/", "long 7", "long 0", KqlType.Long, "")]
    [InlineData("/", "long -9223372036854775808", "long -1", KqlType.Long, "")]
    [InlineData("/", "long 7", "real 2", KqlType.Real, "3.5")]
    [InlineData("/", "real 1", "real 0", KqlType.Real, "Infinity")]
    [InlineData("%", "long 14", "long 12", KqlType.Long, "2")]
    [InlineData("%", "long -14", "long 12", KqlType.Long, "10")]
    [InlineData("%", "long 14", "long -12", KqlType.Long, "2")]
    [InlineData("%", "long -14", "long -12", KqlType.Long, "10")]
    [InlineData("%", "long 1", "long 0", KqlType.Long, "")]
    [InlineData("%", "long -9223372036854775808", "long -1", KqlType.Long, "0")]
    [InlineData("%", "real -1.5", "real 1", KqlType.Real, "0.5")]
    [InlineData("+", "datetime 2024-01-01", "timespan 1.00:00:00.0000001", KqlType.DateTime, "2024-01-02T00:00:00.0000001Z")]
    [InlineData("+", "timespan 01:00:00", "datetime 2024-01-01", KqlType.DateTime, "2024-01-01T01:00:00.0000000Z")]
    [InlineData("-", "datetime 2024-01-01", "timespan 00:00:01", KqlType.DateTime, "2023-12-31T23:59:59.0000000Z")]
    [InlineData("-", "datetime 2024-01-02", "datetime 2024-01-01", KqlType.TimeSpan, "1.00:00:00")]
    [InlineData("-", "datetime 2024-01-02", "datetime null", KqlType.TimeSpan, "")]
    [InlineData("-", "datetime 9999-12-31", "datetime 0001-01-01", KqlType.TimeSpan, "3652058.00:00:00")]
    [InlineData("+", "timespan 01:00:00", "timespan 00:30:00", KqlType.TimeSpan, "01:30:00")]
    [InlineData("*", "timespan 01:00:00", "long 36", KqlType.TimeSpan, "1.12:00:00")]
    [InlineData("*", "real 0.1", "timespan 00:00:01", KqlType.TimeSpan, "00:00:00.1000000")]
    [InlineData("*", "real NaN", "timespan 00:00:01", KqlType.TimeSpan, "")]
    [InlineData("/", "timespan 1.00:00:00", "timespan 01:00:00", KqlType.Real, "24.0")]
    [InlineData("/", "timespan 01:00:00", "long 2", KqlType.TimeSpan, "00:30:00")]
    [InlineData("/", "timespan 01:00:00", "real 0.5", KqlType.TimeSpan, "02:00:00")]
    [InlineData("%", "timespan 1.01:00:00", "timespan 1.00:00:00", KqlType.TimeSpan, "01:00:00")]
    [InlineData("%", "datetime 2024-01-01 05:30", "timespan 01:00:00", KqlType.TimeSpan, "00:30:00")]
    [InlineData("+", "json 1", "json 2", KqlType.Dynamic, "3")]
    [InlineData("+", "json 1", "json 2.5", KqlType.Dynamic, "3.5")]
    [InlineData("+", "json \"x\"", "json 2.5", KqlType.Dynamic, "")]
    [InlineData("*", "json 3", "int 2", KqlType.Long, "6")]
    [InlineData("/", "json 7", "long 2", KqlType.Long, "3")]
    [InlineData("-", "datetime 2024-01-02", "json \"2024-01-01\"", KqlType.TimeSpan, "1.00:00:00")]
    public async Task Two_operands(string op, string left, string right, KqlType type, string expected)
    {
        Operand l = Literal.Parse(left), r = Literal.Parse(right);
        SqlValue[] forms = [TestCall.Operator(op, type, l, r), TestCall.Operator(op, type, TestCall.RunTime(l), r), TestCall.Operator(op, type, TestCall.RunTime(l), TestCall.RunTime(r))];
        Assert.All(forms, f => Assert.Equal(type, f.Type));
        Assert.All(await fixture.ValuesAsync([.. forms.Select(f => f.AsText())]), v => Assert.Equal(expected, v));
    }

    [Theory]
    [InlineData("-x", "long 5", KqlType.Long, "-5")]
    [InlineData("-x", "int 5", KqlType.Int, "-5")]
    [InlineData("-x", "real 5.5", KqlType.Real, "-5.5")]
    [InlineData("-x", "timespan 01:00:00", KqlType.TimeSpan, "-01:00:00")]
    [InlineData("-x", "long null", KqlType.Long, "")]
    [InlineData("-x", "json 5", KqlType.Dynamic, "-5")]
    [InlineData("-x", "json 5.5", KqlType.Dynamic, "-5.5")]
    [InlineData("-x", "json \"a\"", KqlType.Dynamic, "")]
    [InlineData("+x", "long 5", KqlType.Long, "5")]
    public async Task One_operand(string op, string operand, KqlType type, string expected)
    {
        var literal = Literal.Parse(operand);
        SqlValue[] forms = [TestCall.Operator(op, type, literal), TestCall.Operator(op, type, TestCall.RunTime(literal))];
        Assert.All(await fixture.ValuesAsync([.. forms.Select(f => f.AsText())]), v => Assert.Equal(expected, v));
    }

    [Theory]
    [InlineData("+", KqlType.Long, "Int64")]
    [InlineData("*", KqlType.Int, "Int32")]
    [InlineData("/", KqlType.Long, "Int64")]
    [InlineData("%", KqlType.Long, "Int64")]
    [InlineData("%", KqlType.Int, "Int32")]
    public async Task Results_have_the_width_of_their_type(string op, KqlType type, string expected)
    {
        var column = TestCall.RunTime(Literal.Parse(type == KqlType.Int ? "int 7" : "long 7"));
        var value = TestCall.Operator(op, type, column, Literal.Parse(type == KqlType.Int ? "int 3" : "long 3"));
        Assert.Equal(expected, await fixture.ValueAsync(value with { Sql = Sql.Expr.Call("toTypeName", value.Sql) }));
    }
}
