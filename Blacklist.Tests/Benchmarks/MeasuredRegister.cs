using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Api;
using Blacklist.Api.CommandLine;
using Blacklist.Api.Demo;
using Blacklist.Api.Imports;
using Blacklist.Api.Security.Issuer;
using Microsoft.Extensions.DependencyInjection;

namespace Blacklist.Tests.Benchmarks;

/// <summary>A register of invented listings in a data folder of its own, on its private PostgreSQL with fsync on, and a client that may ask it.</summary>
internal sealed class MeasuredRegister : IDisposable
{
    private const int FirstUnlisted = 1_500_000;

    private static readonly ApiClient Client = new(
        "benchmark", "Benchmark", "虚构市民政局", ["registrationSystem"], ["000000"], ["registration"]);

    private static readonly SyntheticPersons Persons = new(NameTables.Read(), LoadCommand.Seed);

    private readonly TemporaryDataFolder folder = new();
    private string secret = "";

    public int Listings { get; private set; }

    /// <summary>The listed persons who are restricted in 150602.</summary>
    private IEnumerable<SyntheticPerson> Barred => Enumerable.Range(0, Listings)
        .Where(person => SyntheticCases.RegionOf(person).Value == "150602" && SyntheticCases.HasNumber(person)).Select(person => Persons[person]);

    private static IEnumerable<SyntheticPerson> Unlisted => Enumerable.Range(FirstUnlisted, 100_000).Select(Persons.NamesakeOf);

    /// <returns>Listings in force per second.</returns>
    public async Task<double> GrowTo(int listings, TextWriter told)
    {
        await using var app = await RegistryApp.Build([$"--Registry:DataFolder={folder.Path}", "--Logging:LogLevel:Default=Warning"]);
        var clients = app.Services.GetRequiredService<ApiClients>();
        secret = (await clients.Register(Client)).Value ?? await clients.NewSecret(Client.Id) ?? "";
        var cases = new SyntheticCases(Persons).List(listings - Listings, from: Listings);
        Listings = listings;
        return await LoadCommand.Load(app.Services.GetRequiredService<CaseImport>(), cases, told);
    }

    public Task<ServiceProcess> Serve()
    {
        var settings = ServiceProcess.On(folder);
        settings["Logging__LogLevel__Default"] = "Warning";
        return ServiceProcess.Start(settings);
    }

    /// <summary>Whole HTTP requests, every second for a listed person: the others are somebody of whom nothing is known but the name.</summary>
    public async Task<IReadOnlyList<byte[]>> Requests(ServiceProcess service, int count)
    {
        var token = await Token(service);
        var barred = Barred.Chunk(Math.Max(1, Listings / 5 / count)).Select(some => some[0]).Take(count / 2);
        return [.. barred.Zip(Unlisted).SelectMany(pair => new[] { pair.First, pair.Second }).Select(person => Request(service.Url, token, person))];
    }

    public void Dispose() => folder.Dispose();

    private async Task<string> Token(ServiceProcess service)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = Client.Id,
            ["client_secret"] = secret,
        });
        using var answer = await service.Client.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!.ToString();
    }

    private static byte[] Request(Uri service, string token, SyntheticPerson person)
    {
        var body = Story.AQuestion("150602", charitable: false, Story.AnApplicant(person.Name, person.Number)).ToJsonString();
        return Encoding.UTF8.GetBytes(
            $"POST /api/v1/eligibility-checks HTTP/1.1\r\nHost: {service.Authority}\r\nAuthorization: Bearer {token}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
    }
}
