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

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Without_its_database_it_is_not_ready_and_says_so_in_a_problem_document()
    {
        using var answer = await Get("/health/ready");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("not_ready");
        problem.GetProperty("detail").GetString().ShouldBe("The database does not answer.");
    }

    [Fact]
    public async Task Without_its_database_it_is_alive_all_the_same()
    {
        using var answer = await Get("/health/live");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> Get(string path)
    {
        using var client = new HttpClient();
        return await client.GetAsync(new Uri(new Uri(app.Urls.Single()), path));
    }

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
