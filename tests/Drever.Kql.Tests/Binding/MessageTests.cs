namespace Drever.Kql.Tests.Binding;

/// <summary>Texts that the hunting APIs were recorded with, and hints beside them.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData("EmailEventz | where Subject == 'x'", "'where' operator: Failed to resolve table or column expression named 'EmailEventz'", "EmailEvents")]
    [InlineData("EmailEvents | project Subjekt", "'project' operator: Failed to resolve scalar expression named 'Subjekt'", "Subject")]
    [InlineData("EmailEvents | summarize count() by IsInteetFacing", "'summarize' operator: Failed to resolve scalar expression named 'IsInteetFacing'", null)]
    [InlineData("EmailEvents | extend x = tolong()", "tolong(): function expects 1 argument(s).", null)]
    [InlineData("EmailEvents | join (Nope) on Subject", "'join' operator: Failed to resolve table or column expression named 'Nope'", null)]
    [InlineData("EmailEvents | where strlne(Subject) > 1", "'where' operator: Unknown function: 'strlne'", "strlen")]
    public void Mistakes_have_the_recorded_texts(string query, string message, string? hint)
    {
        var mistake = Assert.Single(HuntingBinder.Hunt(query).Diagnostics);
        Assert.Equal((message, hint), (mistake.Message, mistake.Hint));
    }

    [Fact]
    public void One_mistake_gives_one_diagnostic() =>
        Assert.Single(HuntingBinder.Bind("T | extend x = nope + 1 | where x > 5 and tolower(x) == 'a' | summarize y = max(x) by x | project y + 1, x.z").Diagnostics);

    [Fact]
    public void Nothing_behind_an_unknown_table_is_a_mistake() =>
        Assert.Single(HuntingBinder.Bind("Nope | where a == b | summarize count() by c | join (U) on s | project d").Diagnostics);

    [Fact]
    public void A_mistake_in_a_function_is_reported_where_it_is_written_once()
    {
        var mistake = Assert.Single(HuntingBinder.Bind("let f = () { T | where nope }; f | union f, f()").Diagnostics);
        Assert.Equal(("KS142", 23), (mistake.Code, mistake.Span.Start));
    }

    [Fact]
    public void Arguments_that_a_body_cannot_take_are_reported_at_the_call()
    {
        const string Query = "let f = (x:(*)) { x | count }; let g = (x:(s:string), y:long) { x | take y | project z = s }; g((U | project k), 5)";
        Assert.Equal("KS249", Assert.Single(HuntingBinder.Bind(Query).Diagnostics).Code);
    }
}
