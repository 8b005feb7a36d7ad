using Drever.Hunting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Drever.Server;

/// <summary>The server: the three APIs, the built-in issuer, health.</summary>
public static class HuntingServer
{
    /// <summary>
    /// Puts a server together. <paramref name="configure"/> must add an <see cref="IHuntingService"/>; it may replace the
    /// <see cref="TimeProvider"/> and add <see cref="IReadiness"/>. Throws <see cref="SettingsException"/> when a file of
    /// the data directory can't be used.
    /// </summary>
    public static WebApplication Build(HuntingServerOptions options, Action<WebApplicationBuilder> configure)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "Drever", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel => KestrelSetup.Apply(kestrel, options));
        AddLogging(builder, options);
        AddServices(builder.Services, options);
        configure(builder);
        // after the caller's, so that the shutdown outlasts the grace of the hunts
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownGrace + TimeSpan.FromSeconds(5));
        var app = builder.Build();
        UsePipeline(app);
        WarnOfPlainHttp(app, options);
        return app;
    }

    // the way of a request, from outside in
    private static void UsePipeline(WebApplication app)
    {
        app.UseResponseCompression();
        app.UseMiddleware<ErrorBoundary>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        HuntRoutes.Map(app);
        IssuerEndpoints.Map(app);
        HealthEndpoints.Map(app);
        // made now, so that a broken settings file stops the start and not the first call
        _ = app.Services.GetRequiredService<BuiltInIssuer>();
        _ = app.Services.GetRequiredService<ShutdownSignal>();
    }

    private static void AddServices(IServiceCollection services, HuntingServerOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(options.Tokens);
        services.AddSingleton(_ => TenantRegistry.Open(options.DataDirectory));
        services.AddSingleton(p => BuiltInIssuer.Open(
            options.DataDirectory, p.GetRequiredService<TenantRegistry>(), options.Tokens, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ITrustedIssuers>(p => p.GetRequiredService<BuiltInIssuer>());
        services.AddSingleton(_ => new AnswerMemory(options.MaxHeldAnswerBytes));
        services.AddSingleton<TokenGate>();
        services.AddSingleton<TokenService>();
        services.AddSingleton<IssuerEndpoints>();
        services.AddSingleton<FaultWriter>();
        services.AddSingleton<HuntReader>();
        services.AddSingleton<HuntEndpoint>();
        services.AddSingleton<ShutdownSignal>();
        services.AddSingleton<ErrorBoundary>();
        ServerSecurity.Add(services);
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<GzipCompressionProvider>();
            compression.Providers.Add<DeflateCompressionProvider>();
            compression.Providers.Add<BrotliCompressionProvider>();
        });
    }

    private static void AddLogging(WebApplicationBuilder builder, HuntingServerOptions options)
    {
        builder.Logging.ClearProviders();
        if (options.JsonLogs)
            builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        else
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        // the framework's own lines for each request say nothing that ours do not
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
    }

    private static void WarnOfPlainHttp(WebApplication app, HuntingServerOptions options)
    {
        foreach (var url in options.Urls)
        {
            if (url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !(Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.IsLoopback))
                ServerLog.PlainHttp(app.Logger, url);
        }
    }
}
