using Drever.Kql.Symbols;

namespace Drever.Schema.Tests;

public class HuntingSchemaTests
{
    private static readonly HuntingSchema Schema = HuntingSchema.Load();

    [Fact]
    public void Has_all_tables_of_the_reference() => Assert.Equal((66, 11, 10), (Schema.Tables.Length, Schema.LegacyTables.Length, Schema.Functions.Length));

    [Fact]
    public void A_table_name_is_case_sensitive() => Assert.False(Schema.TryGetTable("deviceprocessevents", out _));

    [Fact]
    public void Columns_that_differ_in_case_only_are_two_columns()
    {
        var table = Table("DeviceProcessEvents");
        Assert.True(table.TryGetColumn("LogonId", out var session));
        Assert.True(table.TryGetColumn("LogonID", out var id));
        Assert.NotSame(session, id);
    }

    [Fact]
    public void Another_spelling_of_a_documented_column_is_that_column()
    {
        var table = Table("CloudAppEvents");
        Assert.True(table.TryGetColumn("ISP", out var spelling));
        Assert.True(table.TryGetColumn("Isp", out var documented));
        Assert.Same(documented, spelling.Stored);
        Assert.DoesNotContain(table.StoredColumns, c => c.Name == "ISP");
    }

    [Fact]
    public void Former_and_observed_columns_are_found_by_name_and_not_in_the_result()
    {
        var table = Table("DeviceEvents");
        Assert.True(table.TryGetColumn("MachineGroup", out var group));
        Assert.True(table.TryGetColumn("ProcessUniqueId", out var former));
        Assert.True(group.IsHidden && group.Symbol.IsHidden && group.IsStored && former.IsStored);
        Assert.DoesNotContain(table.Symbol.Columns, c => c.Name == "MachineGroup");
        Assert.Contains(table.Symbol.HiddenColumns, c => c.Name == "MachineGroup");
    }

    [Fact]
    public void TimeGenerated_is_the_time_column_of_every_table_that_has_one()
    {
        foreach (var table in Schema.Tables.Concat(Schema.LegacyTables).Where(t => t.TimeColumn is not null))
        {
            Assert.True(table.TryGetColumn("TimeGenerated", out var alias), table.Name);
            Assert.Equal(KqlType.DateTime, alias.Type);
            if (alias.IsHidden)
                Assert.Same(table.TimeColumn!.Stored, alias.Stored);
        }

        Assert.False(Table("ExposureGraphNodes").TryGetColumn("TimeGenerated", out _));
    }

    [Fact]
    public void The_time_column_is_the_documented_one()
    {
        Assert.Equal("ActivityTimestamp", Table("CallActivityEvents").TimeColumn!.Name);
        Assert.Null(Table("DeviceTvmSoftwareInventory").TimeColumn);
        Assert.Equal(15, Schema.Tables.Count(t => t.TimeColumn is null));
    }

    [Fact]
    public void Json_text_stays_a_string()
    {
        Assert.True(Table("DeviceEvents").TryGetColumn("AdditionalFields", out var text));
        Assert.True(Table("CloudAppEvents").TryGetColumn("AdditionalFields", out var native));
        Assert.Equal((KqlType.String, true), (text.Type, text.Symbol.HoldsJson));
        Assert.Equal((KqlType.Dynamic, false), (native.Type, native.Symbol.HoldsJson));
    }

    [Fact]
    public void A_legacy_table_shows_the_current_one_under_its_old_names_and_types()
    {
        var table = Table("ProcessCreationEvents");
        Assert.Same(Table("DeviceProcessEvents"), table.Storage);
        Assert.True(table.Symbol.IsLegacy);
        Assert.Equal("EventTime", table.TimeColumn!.Name);
        Assert.Equal("Timestamp", table.TimeColumn.Stored!.Name);
        Assert.True(table.TryGetColumn("ProcessId", out var id));
        Assert.Equal((KqlType.Int, KqlType.Long), (id.Type, id.Stored!.Type));
    }

    [Fact]
    public void Alert_events_of_before_2020_read_the_evidence()
    {
        var table = Table("AlertEvents");
        Assert.Equal("AlertEvidence", table.Storage.Name);
        Assert.True(table.TryGetColumn("Category", out var category));
        Assert.Equal("Categories", category.Stored!.Name);
        Assert.True(table.TryGetColumn("ReportId", out var gone));
        Assert.Null(gone.Stored);
    }

    [Fact]
    public void Strings_and_dynamics_are_never_null_and_the_time_column_is_not()
    {
        foreach (var column in Schema.Tables.SelectMany(t => t.StoredColumns))
            Assert.Equal(column.Type is not (KqlType.String or KqlType.Dynamic) && column.Storage.SqlType != "DateTime64(7, 'UTC')", column.Storage.IsNullable);
        Assert.Equal("DateTime64(7, 'UTC')", Table("DeviceEvents").TimeColumn!.Storage.SqlType);
    }

    [Fact]
    public void Functions_have_their_documented_columns()
    {
        var profile = Schema.Functions.Single(f => f.Name == "FileProfile");
        Assert.Equal((FunctionResult.AppendsColumns, true, 18), (profile.Result, profile.IsInvoked, profile.Columns.Length));
        Assert.Equal("100", profile.Parameters[1].Default);
        Assert.Null(Schema.Functions.Single(f => f.Name == "AssignedIPAddresses").Parameters[0].Default);
    }

    private static HuntingTable Table(string name) => Schema.TryGetTable(name, out var table) ? table : throw new KeyNotFoundException(name);
}
