using Drever.Engine;
using Drever.Engine.Embedded;
using Drever.Functions;
using Drever.Hunting;
using Drever.Schema;

namespace Drever.Cli.Hosting;

/// <summary>A data directory, opened: engine, tenants, schema and the hunting service over them. This process owns it until disposal.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private Installation(string directory, IHuntingEngine engine, TenantRegistry tenants, HuntingSchema schema, FunctionLibrary functions, TimeProvider time)
    {
        (Directory, Engine, Tenants, Schema, Functions, Time) = (directory, engine, tenants, schema, functions, time);
        Hunting = new HuntingService(engine, new HuntCompiler(schema, functions), new DefaultAdmission(tenants, time), tenants, time, new HuntingServiceOptions());
    }

    public string Directory { get; }

    public IHuntingEngine Engine { get; }

    public TenantRegistry Tenants { get; }

    public HuntingSchema Schema { get; }

    public FunctionLibrary Functions { get; }

    public TimeProvider Time { get; }

    public IHuntingService Hunting { get; }

    /// <summary>Opens a data directory; one that isn't there is made, with the tenant <c>default</c>.</summary>
    public static async Task<Installation> OpenAsync(string directory, CancellationToken cancel)
    {
        try
        {
            var time = TimeProvider.System;
            var engine = await EmbeddedEngine.OpenAsync(directory, new EmbeddedEngineOptions(), time, cancel);
            try
            {
                var schema = HuntingSchema.Load();
                var tenants = TenantRegistry.Open(directory);
                foreach (var tenant in tenants.All)
                    await TenantDatabase.EnsureAsync(engine, schema, tenant.Database, cancel);
                return new Installation(directory, engine, tenants, schema, FunctionLibrary.Load(), time);
            }
            catch
            {
                await engine.DisposeAsync();
                throw;
            }
        }
        catch (EngineException failure) when (failure.Error.Kind == EngineErrorKind.DirectoryInUse)
        {
            throw new UserErrorException($"{failure.Message} For example: drever query --url http://127.0.0.1:5080 --api m365d '...'.");
        }
        catch (EngineException failure)
        {
            throw new UserErrorException(failure.Message);
        }
        catch (SettingsException mistake)
        {
            throw new UserErrorException(mistake.Message);
        }
    }

    public Tenant Tenant(string idOrName) => Tenants.Find(idOrName)
        ?? throw new UserErrorException($"There is no tenant '{idOrName}'; this data directory has: {string.Join(", ", Tenants.All.Select(t => t.Name))}.", ExitCode.Misuse);

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}
