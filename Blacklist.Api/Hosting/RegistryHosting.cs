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
        var registry = await Open(builder.Configuration, projections);
        builder.Services
            .AddSingleton(_ => registry) // made by a factory, and used by the watch, so that it is closed with the application
            .AddSingleton(registry.Folder).AddSingleton(registry.Database).AddSingleton(registry.Database.App)
            .AddSingleton(registry.Vault).AddSingleton(registry.Types).AddSingleton(registry.Projections).AddSingleton(registry.Log)
            .AddHostedService<PostgresWatch>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddHealthChecks().AddCheck<DatabaseReachable>("database");
        return registry;
    }

    /// <inheritdoc cref="Hosting.OpenRegistry.Open"/>
    public static async Task<OpenRegistry> Open(IConfiguration configuration, IReadOnlyList<Projection> projections, bool beside = false)
    {
        using var logging = LoggerFactory.Create(log => log.AddConfiguration(configuration.GetSection("Logging")).AddConsole());
        return await Hosting.OpenRegistry.Open(configuration, projections, logging.CreateLogger(nameof(OpenRegistry)), beside);
    }

    /// <summary>Runs until Ctrl-C or SIGTERM.</summary>
    /// <param name="whenReady">Done once it answers, with the address it answers at.</param>
    public static async Task RunRegistry(this WebApplication app, Func<Uri, Task>? whenReady = null)
    {
        try
        {
            await Start(app);
            StartProblems.Over();
            await System.Console.Out.WriteLineAsync(Welcome(app));
            await (whenReady?.Invoke(AddressOf(app)) ?? Task.CompletedTask);
            await app.WaitForShutdownAsync();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // asked to stop while it was still starting
        }
    }

    private static async Task Start(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.StopAsync(); // jobs that began already end while there is a database
            throw;
        }
    }

    /// <summary>An address of the service that can be opened on this machine.</summary>
    private static Uri AddressOf(WebApplication app)
    {
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        var address = new UriBuilder(bound ?? DefaultUrl);
        address.Host = address.Host is "[::]" or "0.0.0.0" or "+" or "*" ? "localhost" : address.Host;
        return address.Uri;
    }

    private static string Welcome(WebApplication app)
    {
        var url = AddressOf(app).ToString().TrimEnd('/');
        return $"""

            Blacklist is ready.
              Try the API    {url}/swagger
              Is it well?    {url}/health/ready
              Its data       {app.Services.GetRequiredService<RegistryDatabase>().Place}
              End it         Ctrl-C

            """;
    }
}
