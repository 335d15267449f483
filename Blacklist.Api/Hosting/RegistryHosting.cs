using Blacklist.Api.Hosting.Embedded;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Blacklist.Api.Hosting;

/// <summary>What every run needs: a data folder, a database that answers before anything else starts, an address, a clean end.</summary>
internal static class RegistryHosting
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>First of all: hosted services start in the order they are added, and everything after this may use the database.</summary>
    public static void AddRegistryHosting(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["urls"] is null && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        var problems = new StartProblems();
        problems.FilterReports(builder.Logging);
        builder.Services.AddSingleton(problems);
        builder.Services.AddSingleton(services => DataFolder.Open(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton<RegistryDatabase>();
        builder.Services.AddHostedService<DatabaseStart>();
        builder.Services.AddHostedService<PostgresWatch>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseReachable>("database");
    }

    /// <summary>Runs until Ctrl-C or SIGTERM; the exit code of the process.</summary>
    public static async Task<int> RunRegistry(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(app.Services.GetRequiredService<StartProblems>().Over);
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Welcome(app)));
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception problem) when (StartProblems.Sentence(problem) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
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

    private sealed class DatabaseStart(RegistryDatabase database) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => database.Start();

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
