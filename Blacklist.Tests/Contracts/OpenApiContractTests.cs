using System.Text.Json.Nodes;
using Blacklist.Api;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Blacklist.Tests.Contracts;

/// <summary>
/// The API document, as callers' programs were written against it. After a change that is meant, write it anew and look at the difference:
/// <c>RENEW_CONTRACTS=1 dotnet test --filter OpenApiContractTests</c>
/// </summary>
public sealed class OpenApiContractTests
{
    private static readonly string Agreed = Path.Combine(Repository.Root, "Blacklist.Tests", "Contracts", "openapi.json");

    [Fact]
    public async Task The_API_document_is_the_one_that_was_agreed()
    {
        var document = await Document();
        if (Environment.GetEnvironmentVariable("RENEW_CONTRACTS") == "1")
        {
            await File.WriteAllTextAsync(Agreed, document);
        }

        document.ShouldBe(await File.ReadAllTextAsync(Agreed));
    }

    private static async Task<string> Document()
    {
        await using var database = await PrivateCluster.CreateDatabase(new DatabaseTemplate("nothing_yet", _ => Task.CompletedTask));
        using var folder = new TemporaryDataFolder();
        await using var app = await RegistryApp.Build([], builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Registry:DataFolder"] = folder.Path,
                ["ConnectionStrings:Registry"] = database.AppConnectionString,
                ["ConnectionStrings:RegistryOwner"] = database.OwnerConnectionString,
            });
        });
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        return Pretty(await client.GetStringAsync("/openapi/v1.json"));
    }

    private static string Pretty(string json) => JsonNode.Parse(json)!.ToJsonString(new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }) + "\n";
}
