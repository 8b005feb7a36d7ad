using System.Text;
using Drever.Testing;

namespace Drever.Sql.Tests;

/// <summary>Literals and names of every kind go through the real engine and come back as they were.</summary>
[Collection(EngineCollection.Name)]
public sealed class EscapingTests(EngineFixture engine)
{
    public static TheoryData<string> Texts => new(
        "", "plain", "'", "''", "\\", "\\'", "\\\\'", "a\\", "\"", "`", "\n\r\t\0\b\f\a\v", "\u001b[0m", "\u007f", "\u0080\u009f",
        "é ü 漢字 \U0001F415", "'; DROP TABLE x; --", "/* */ -- #", "{p:String}", "%s %d %%", "$1 \\1", "\\x41\\n", "\\N", "?", "??", "@x",
        "\u2028\u2029\ufeff\u200b", "end with backslash \\", "}}{{", "NULL", "${HOME}");

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_comes_back_as_it_was(string text)
    {
        var rows = await engine.RowsAsync(Select(Expr.Text(text), "x"));
        Assert.Equal(text, rows[0][0]);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_column_may_have_any_name(string name)
    {
        if (name.Length == 0)
            return; // no column of KQL has an empty name
        await using var result = await engine.Engine.QueryAsync(new(Select(Expr.Number(1), name), "default"), default);
        Assert.Equal(name, result.Columns[0].Name);
    }

    [Fact]
    public async Task Every_character_of_the_basic_plane_survives()
    {
        var text = new StringBuilder();
        for (var c = 0; c < 0xD800; c++)
            text.Append((char)c);
        for (var c = 0xE000; c <= 0xFFFF; c++)
            text.Append((char)c);
        var rows = await engine.RowsAsync(Select(Expr.Text(text.ToString()), "x"));
        Assert.Equal(text.ToString(), rows[0][0]);
    }

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("\udc15")]
    [InlineData("a\ud83db")]
    [InlineData("\udc15\ud83d")]
    public async Task Half_a_surrogate_pair_becomes_the_replacement_character(string text)
    {
        var rows = await engine.RowsAsync(Select(Expr.Text(text), "x"));
        Assert.Equal(new string([.. text.Select(c => char.IsSurrogate(c) ? '\ufffd' : c)]), rows[0][0]);
    }

    [Fact]
    public async Task A_text_of_two_million_characters_survives()
    {
        var text = string.Concat(Enumerable.Repeat("0123456789'\\\n", 154_000));
        var rows = await engine.RowsAsync(Select(Expr.Text(text), "x"));
        Assert.Equal(text, rows[0][0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(4294967296)]
    public async Task An_integer_comes_back_as_it_was(long value)
    {
        var rows = await engine.RowsAsync(Select(Expr.Call("toInt64", Expr.Number(value)), "x"));
        Assert.Equal(value.ToString(System.Globalization.CultureInfo.InvariantCulture), rows[0][0]);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1e300)]
    [InlineData(-5e-324)]
    [InlineData(double.MaxValue)]
    [InlineData(123456789012345680)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public async Task A_real_comes_back_as_it_was(double value)
    {
        await using var result = await engine.Engine.QueryAsync(new(Select(Expr.Number(value), "x"), "default"), default);
        Assert.True(await result.ReadAsync(default));
        Assert.Equal(value, result.GetDouble(0));
    }

    private static string Select(SqlExpression value, string name) => SqlWriter.Write(new SqlSelect { Items = [new SqlItem(value, name)] });
}
