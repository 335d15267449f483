using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Blacklist.Api.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Blacklist.Tests.Hosting;

public sealed class HealthTests : IAsyncLifetime
{
    private readonly WebApplication app = WithADatabaseThatIsAway();
    private HttpClient Client { get; set; } = null!;

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Without_its_database_it_is_not_ready_and_says_so_in_a_problem_document()
    {
        using var answer = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("not_ready");
        problem.GetProperty("detail").GetString().ShouldBe("The database does not answer.");
    }

    [Fact]
    public async Task Without_its_database_it_is_alive_all_the_same() =>
        (await Client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);

    private static WebApplication WithADatabaseThatIsAway()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Registry", "Host=127.0.0.1;Port=1;Username=registry;Database=registry")]);
        builder.Services.AddSingleton(new DataFolder(Path.GetTempPath())).AddSingleton<RegistryDatabase>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseReachable>("database");
        var application = builder.Build();
        application.MapHealth();
        return application;
    }
}
