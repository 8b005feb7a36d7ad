using Drever.Sql;
using Drever.Testing;

namespace Drever.Functions.Tests.Support;

/// <summary>Values as the engine computes them.</summary>
internal static class EngineValues
{
    public static async Task<string?> ValueAsync(this EngineFixture fixture, SqlValue value) => (await fixture.ValuesAsync([value]))[0];

    /// <summary>Several values in one SELECT.</summary>
    public static async Task<string?[]> ValuesAsync(this EngineFixture fixture, IReadOnlyList<SqlValue> values)
    {
        var select = new SqlSelect { Items = [.. values.Select((v, i) => new SqlItem(v.Sql, $"c{i}"))] };
        return Assert.Single(await fixture.RowsAsync(SqlWriter.Write(select)));
    }
}
