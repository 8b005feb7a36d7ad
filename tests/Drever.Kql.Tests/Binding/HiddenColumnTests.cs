using Drever.Kql.Binding;

namespace Drever.Kql.Tests.Binding;

/// <summary>Columns that are found by name only: <c>TimeGenerated</c>, former names.</summary>
public sealed class HiddenColumnTests
{
    [Theory]
    [InlineData("DeviceEvents | where TimeGenerated > ago(1d) | extend a = 1 | sort by TimeGenerated | project TimeGenerated", "TimeGenerated:datetime")]
    [InlineData("DeviceEvents | join kind=inner (DeviceInfo | project DeviceId) on DeviceId | project TimeGenerated", "TimeGenerated:datetime")]
    [InlineData("DeviceInfo | project DeviceId | join kind=inner DeviceEvents on DeviceId | project TimeGenerated", "TimeGenerated:datetime")]
    [InlineData("union DeviceEvents, DeviceProcessEvents | where TimeGenerated > ago(1d) | distinct TimeGenerated", "TimeGenerated:datetime")]
    [InlineData("DeviceEvents | summarize arg_max(TimeGenerated, DeviceName) by DeviceId", "DeviceId:string, TimeGenerated:datetime, DeviceName:string")]
    [InlineData("DeviceEvents | project-rename When = TimeGenerated | project When", "When:datetime")]
    public void A_hidden_column_can_be_named_after_steps_that_pass_it_on(string query, string columns) =>
        Assert.Equal(columns, HuntingBinder.Columns(HuntingBinder.Hunt(query)));

    [Theory]
    [InlineData("DeviceEvents")]
    [InlineData("DeviceEvents | where TimeGenerated > ago(1d)")]
    [InlineData("DeviceEvents | join DeviceInfo on DeviceId")]
    [InlineData("union DeviceEvents, DeviceInfo")]
    [InlineData("DeviceEvents | summarize arg_max(Timestamp, *) by DeviceId")]
    [InlineData("DeviceEvents | project-away DeviceId")]
    public void A_hidden_column_is_not_part_of_a_result(string query) =>
        Assert.DoesNotContain(HuntingBinder.Hunt(query).Columns, c => c.IsHidden || c.Name == "TimeGenerated");

    [Fact]
    public void A_table_after_project_has_no_hidden_columns() =>
        Assert.True(HuntingBinder.Hunt("DeviceEvents | project DeviceId | where TimeGenerated > ago(1d)").HasErrors);

    [Fact]
    public void Getschema_shows_the_documented_columns_only()
    {
        var table = Assert.IsType<BoundDataTable>(HuntingBinder.Hunt("DeviceEvents | getschema").Result);
        Assert.Equal(HuntingBinder.Hunt("DeviceEvents").Columns.Length, table.Rows.Length);
    }

    [Fact]
    public void A_leg_of_a_union_gives_its_hidden_column_where_another_shows_it()
    {
        var union = Assert.IsType<BoundUnion>(HuntingBinder.Hunt("union (DeviceEvents | project TimeGenerated), (DeviceInfo | where isnotempty(DeviceId))").Result);
        var place = union.Result.ToList().FindIndex(c => c.Name == "TimeGenerated");
        Assert.All(union.Legs, leg => Assert.NotNull(leg.Sources[place]));
    }

    [Theory]
    [InlineData("DeviceEvents | extend a = AdditionalFields.Command, b = AdditionalFields['x y'].z", "dynamic, dynamic")]
    [InlineData("DeviceEvents | project Renamed = AdditionalFields | extend a = Renamed.Command, b = 1", "dynamic, long")]
    [InlineData("DeviceEvents | summarize arg_max(Timestamp, *) by DeviceId | extend a = AdditionalFields.Command, b = 1", "dynamic, long")]
    [InlineData("DeviceEvents | summarize X = take_any(AdditionalFields) by DeviceId | join DeviceInfo on DeviceId | project X.y, 1", "dynamic, long")]
    [InlineData("union DeviceEvents, DeviceFileEvents | project AdditionalFields.Command, 1", "dynamic, long")]
    public void Members_of_a_text_that_holds_json_can_be_read(string query, string types)
    {
        var bound = HuntingBinder.Hunt(query);
        Assert.Equal(types, string.Join(", ", bound.Columns.TakeLast(2).Select(c => Symbols.KqlTypes.Name(c.Type))));
    }
}
