using Drever.Schema.Ddl;
using Drever.Sql;

namespace Drever.Schema.Tests;

public class DdlTests
{
    private static readonly HuntingSchema Schema = HuntingSchema.Load();

    [Fact]
    public void A_table_is_in_time_order_with_its_hidden_and_bookkeeping_columns()
    {
        var sql = ClickHouseDdl.CreateTable("t", Table("DeviceProcessEvents"));
        Assert.StartsWith("CREATE TABLE IF NOT EXISTS `t`.`DeviceProcessEvents`", sql, StringComparison.Ordinal);
        Assert.Contains("`Timestamp` DateTime64(7, 'UTC') CODEC(Delta, ZSTD(1)),", sql, StringComparison.Ordinal);
        Assert.Contains("`FileName` LowCardinality(String)", sql, StringComparison.Ordinal);
        Assert.Contains("`LogonId` Nullable(Int64)", sql, StringComparison.Ordinal);
        Assert.Contains("`LogonID` Nullable(Int64)", sql, StringComparison.Ordinal);
        Assert.Contains("`MachineGroup` LowCardinality(String)", sql, StringComparison.Ordinal);
        Assert.Contains("`__record_id` UInt128", sql, StringComparison.Ordinal);
        Assert.Contains("lower(`ProcessCommandLine`) TYPE text(tokenizer = splitByNonAlpha)", sql, StringComparison.Ordinal);
        Assert.Contains("PARTITION BY toYYYYMM(`Timestamp`)", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("TimeGenerated", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("TTL", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_the_current_state_has_no_partitions() =>
        Assert.DoesNotContain("PARTITION", ClickHouseDdl.CreateTable("t", Table("DeviceTvmSoftwareInventory"), TimeSpan.FromDays(1)), StringComparison.Ordinal);

    [Fact]
    public void Retention_is_measured_on_the_time_column() =>
        Assert.Contains("TTL toDateTime(`ActivityTimestamp`, 'UTC') + INTERVAL 86400 SECOND DELETE", ClickHouseDdl.CreateTable("t", Table("CallActivityEvents"), TimeSpan.FromDays(1)), StringComparison.Ordinal);

    [Fact]
    public void A_legacy_table_has_no_table_of_its_own() =>
        Assert.Throws<ArgumentException>(() => ClickHouseDdl.CreateTable("t", Table("MiscEvents")));

    [Fact]
    public void What_an_older_table_lacks_is_added()
    {
        var table = Table("AlertInfo");
        var existing = table.StoredColumns.Select(c => c.Name).Where(n => n != "Title").ToHashSet(StringComparer.Ordinal);
        Assert.Equal(
            [
                "ALTER TABLE `t`.`AlertInfo` ADD COLUMN IF NOT EXISTS `Title` LowCardinality(String) CODEC(ZSTD(1))",
                "ALTER TABLE `t`.`AlertInfo` ADD INDEX IF NOT EXISTS `words_Title` lower(`Title`) TYPE text(tokenizer = splitByNonAlpha)",
            ],
            ClickHouseDdl.AddMissing("t", table, existing));
    }

    [Theory]
    [InlineData("a`b", "`a\\`b`")]
    [InlineData("a\\", "`a\\\\`")]
    [InlineData("x; DROP TABLE y", "`x; DROP TABLE y`")]
    public void No_name_gets_out_of_its_quotes(string name, string sql) => Assert.Equal(sql, SqlText.Identifier(name));

    private static HuntingTable Table(string name) => Schema.TryGetTable(name, out var table) ? table : throw new KeyNotFoundException(name);
}
