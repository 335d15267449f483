using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Blacklist.Api.Demo.Plan;
using Blacklist.Api.Http.Json;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.Demo.Checks;

/// <summary>Asks the running service three questions over HTTP, as the clerk of 150600, and tells the answers in plain words.</summary>
internal sealed class DemoChecks(Uri url, string clientsFile, string secret) : IDisposable
{
    // Loopback is reached directly, whatever proxy the environment names.
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = url };

    private static readonly DemoQuestion[] Questions =
    [
        new("eligible", ExamplePlan.ListedName, ResidentId.WithCheckDigit("70000019900612101"),
            $"the name {ExamplePlan.ListedName} is listed, but under another number"),
        new("restricted", ExamplePlan.ListedName, ExamplePlan.ListedNumber, "the listed person, under the listed number"),
        new("review", ExamplePlan.KnownByNameOnly, ResidentId.WithCheckDigit("70000019790506101"),
            $"the ban names a {ExamplePlan.KnownByNameOnly} without a number, so nobody can tell from here"),
    ];

    public void Dispose() => _http.Dispose();

    /// <returns>Whether every answer was the expected one.</returns>
    public async Task<bool> Run(TextWriter output)
    {
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Token());
        await output.WriteLineAsync($"""
            Three checks, as the registration clerk of 150600: may this person found 鄂尔多斯市某某协会 in 150602?
            To repeat them in bash, take a token first (it lasts ten minutes):

            {DemoCurl.Token(url, clientsFile)}

            """);
        var asExpected = true;
        foreach (var question in Questions)
        {
            var answer = await Ask(question);
            asExpected &= (string?)answer["verdict"] == question.Expected;
            await output.WriteLineAsync(Tell(question, answer));
        }

        return asExpected;
    }

    private async Task<string> Token()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = DemoClients.ClerkOfOrdos,
            ["client_secret"] = secret,
        });
        using var answer = await _http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        return (string)(await Read(answer))["access_token"]!;
    }

    private async Task<JsonNode> Ask(DemoQuestion question)
    {
        using var body = new StringContent(question.Body, MediaTypeHeaderValue.Parse("application/json"));
        using var answer = await _http.PostAsync(new Uri(DemoCurl.ChecksPath, UriKind.Relative), body);
        return await Read(answer);
    }

    private static async Task<JsonNode> Read(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(EdgeJson.Options))!;
    }

    private string Tell(DemoQuestion question, JsonNode answer) =>
        $"""
        {(string?)answer["verdict"]}: {question.Name}, {question.Number}
          {question.Why}
        {string.Join('\n', answer["applicants"]![0]!["reasons"]!.AsArray().Select(reason => "  " + DemoWords.Of(reason!)))}

        {DemoCurl.Check(url, question)}

        """;
}

/// <param name="Expected">The verdict it shows.</param>
/// <param name="Why">What the registry knows that makes it so.</param>
internal sealed record DemoQuestion(string Expected, string Name, string Number, string Why)
{
    /// <summary>As it is sent and printed.</summary>
    public string Body =>
        $$"""
        { "applicationReference": "150600-2026-S-0012", "purpose": "registration",
          "organization": { "name": "鄂尔多斯市某某协会", "kind": "socialAssociation", "charitable": false, "region": "150602" },
          "applicants": [ { "name": "{{Name}}", "position": "founder", "documents": [ { "type": "residentId", "number": "{{Number}}" } ] } ] }
        """;
}
