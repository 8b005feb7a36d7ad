namespace Drever.Hunting.Tests;

public sealed class TenantRegistryTests : IDisposable
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), "drever-tests-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_data))
            Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public void A_new_directory_gets_one_default_tenant_for_good()
    {
        var first = TenantRegistry.Open(_data);
        Assert.Equal("default", Assert.Single(first.All).Name);
        Assert.NotEqual(Guid.Empty, first.Default.Id);
        Assert.Equal(first.Default.Id, TenantRegistry.Open(_data).Default.Id);
    }

    [Fact]
    public async Task Many_that_start_at_once_agree()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => TenantRegistry.Open(_data).Default.Id)));
        Assert.Single(ids.Distinct());
        Assert.Equal(["tenants.json"], Directory.GetFiles(_data).Select(Path.GetFileName));
    }

    [Fact]
    public void The_files_are_the_owners_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        TenantRegistry.Open(_data);
        var file = Path.Combine(_data, "tenants.json");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_data));
        File.SetUnixFileMode(file, (UnixFileMode)0b110_100_100);
        TenantRegistry.Open(_data);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void Tenants_are_found_by_id_and_name()
    {
        var registry = Read("""{"tenants":[{"id":"74be27de-1e4e-49d9-b579-fe0b331d3642","name":"contoso"},{"id":"74be27de-1e4e-49d9-b579-fe0b331d3643","name":"default","lookBackDays":7,"maximumLookBackDays":90}]}""");
        Assert.Equal("contoso", registry.Find("Contoso")!.Name);
        Assert.Equal("contoso", registry.Find("74BE27DE-1E4E-49D9-B579-FE0B331D3642")!.Name);
        Assert.Null(registry.Find("fabrikam"));
        Assert.Null(registry.Find(Guid.NewGuid()));
        Assert.Equal("default", registry.Default.Name);
        Assert.Equal(new LookBack(TimeSpan.FromDays(7), TimeSpan.FromDays(90)), registry.Default.LookBack);
        Assert.Equal(new LookBack(TimeSpan.FromDays(30), null), registry.Find("Contoso")!.LookBack);
        Assert.NotEqual(registry.All[0].Database, registry.All[1].Database);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"tenants":[]}""")]
    [InlineData("""{"tenants":[{"name":"x"}]}""")]
    [InlineData("""{"tenants":[{"id":"74be27de-1e4e-49d9-b579-fe0b331d3642"}]}""")]
    [InlineData("""{"tenants":[{"id":"nonsense","name":"x"}]}""")]
    [InlineData("""{"tenants":[{"id":"74be27de-1e4e-49d9-b579-fe0b331d3642","name":"a/b"}]}""")]
    [InlineData("""{"tenants":[{"id":"74be27de-1e4e-49d9-b579-fe0b331d3642","name":"common"}]}""")]
    [InlineData("""{"tenants":[{"id":"74be27de-1e4e-49d9-b579-fe0b331d3642","name":"Contoso"}]}""")]
    [InlineData("""{"tenants":[{"id":"74be27de-1e4e-49d9-b579-fe0b331d3642","name":"x","lookBackDays":0}]}""")]
    [InlineData("""{"tenants":[{"id":"74be27de-1e4e-49d9-b579-fe0b331d3642","name":"x"},{"id":"74be27de-1e4e-49d9-b579-fe0b331d3642","name":"y"}]}""")]
    [InlineData("""{"tenants":[{"id":"74be27de-1e4e-49d9-b579-fe0b331d3642","name":"x"},{"id":"74be27de-1e4e-49d9-b579-fe0b331d3643","name":"x"}]}""")]
    public void A_bad_file_is_named(string json) =>
        Assert.Contains("tenants.json", Assert.Throws<SettingsException>(() => Read(json)).Message, StringComparison.Ordinal);

    private TenantRegistry Read(string json)
    {
        Directory.CreateDirectory(_data);
        File.WriteAllText(Path.Combine(_data, "tenants.json"), json);
        return TenantRegistry.Open(_data);
    }
}
