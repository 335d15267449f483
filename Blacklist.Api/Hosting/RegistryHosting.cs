using Blacklist.Api.Hosting.Embedded;
using Blacklist.Api.Projections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Blacklist.Api.Hosting;

/// <summary>What every run needs: a data folder, a database that answers before anything else starts, an address, a clean end.</summary>
internal static class RegistryHosting
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>Opens the registry before anything else is set up: what comes after may use it.</summary>
    public static async Task<OpenRegistry> OpenRegistry(this WebApplicationBuilder builder, IReadOnlyList<Projection> projections)
    {
        if (builder.Configuration["urls"] is null && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        StartProblems.FilterReports(builder.Logging);
        using var logging = LoggerFactory.Create(log => log.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
        var registry = await Hosting.OpenRegistry.Open(builder.Configuration, projections, logging.CreateLogger(nameof(OpenRegistry)));
        builder.Services
            .AddSingleton(_ => registry) // made by a factory, and used by the watch, so that it is closed with the application
            .AddSingleton(registry.Folder).AddSingleton(registry.Database).AddSingleton(registry.Database.App)
            .AddSingleton(registry.Vault).AddSingleton(registry.Types).AddSingleton(registry.Projections).AddSingleton(registry.Log)
            .AddHostedService<PostgresWatch>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddHealthChecks().AddCheck<DatabaseReachable>("database");
        return registry;
    }

    /// <summary>Runs until Ctrl-C or SIGTERM.</summary>
    public static async Task RunRegistry(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(StartProblems.Over);
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Welcome(app)));
        try
        {
            await app.RunAsync();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // asked to stop while it was still starting
        }
    }

    private static string Welcome(WebApplication app)
    {
        var url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? DefaultUrl;
        return $"""

            Blacklist is ready.
              Try the API    {url}/swagger
              Is it well?    {url}/health/ready
              Its data       {app.Services.GetRequiredService<RegistryDatabase>().Place}
              End it         Ctrl-C

            """;
    }
}
