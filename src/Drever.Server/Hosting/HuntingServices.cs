using Drever.Engine;
using Drever.Hunting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Drever.Server;

/// <summary>Puts hunting into a server.</summary>
public static class HuntingServices
{
    /// <summary>Adds hunting on <paramref name="engine"/>, which stays the caller's to close after the server has stopped.</summary>
    public static IServiceCollection AddHunting(this IServiceCollection services, IHuntingEngine engine, HuntingServiceOptions options)
    {
        services.AddSingleton(engine);
        services.AddSingleton(options);
        services.AddSingleton(_ => HuntCompiler.Load());
        services.TryAddSingleton<IAdmission, DefaultAdmission>();
        services.AddSingleton<IHuntingService, HuntingService>();
        services.AddSingleton<IReadiness, EngineReadiness>();
        return services;
    }

    private sealed class EngineReadiness(IHuntingEngine engine) : IReadiness
    {
        public string Name => "engine";

        public async ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken)
        {
            try
            {
                await engine.ExecuteAsync("SELECT 1", cancellationToken);
                return true;
            }
            catch (EngineException)
            {
                return false;
            }
        }
    }
}
