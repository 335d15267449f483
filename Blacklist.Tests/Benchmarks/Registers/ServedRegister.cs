using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Api.Demo;
using Blacklist.Tests.Benchmarks.Load;

namespace Blacklist.Tests.Benchmarks.Registers;

/// <summary>A register with the service on it as a process of its own, and what it is asked.</summary>
internal sealed class ServedRegister : IAsyncDisposable
{
    private const int Questions = 16_384;
    private const int OneInSoManyIsBarred = 5;
    private const int MostUnlisted = 500_000;
    private const int SecondsToStart = 600;

    private readonly ServiceProcess service;
    private readonly string secret;
    private readonly IReadOnlyList<SyntheticPerson> barred;

    private ServedRegister(int listings, ServiceProcess service, string secret) =>
        (Listings, this.service, this.secret, barred) = (listings, service, secret, InventedPersons.Barred(listings, Questions / OneInSoManyIsBarred));

    public int Listings { get; }

    public Uri Url => service.Url;

    public int Id => service.Id;

    /// <summary>From the start of the process until it takes calls.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    public double MegabytesWhenReady { get; private set; }

    public double FirstAnswerMilliseconds { get; private set; }

    /// <summary>Mean length of a body.</summary>
    public int AnswerBytes { get; private set; }

    public bool GivesReceipts { get; private set; }

    public static async Task<ServedRegister> Start(int listings, string secret, IReadOnlyDictionary<string, string> settings)
    {
        var watch = Stopwatch.StartNew();
        var started = ServiceProcess.Launch(settings);
        try
        {
            await Poll.Until(async () => await started.IsReady() || (HasEnded(started.Id) ? throw new InvalidOperationException(started.Output) : false), SecondsToStart);
            var register = new ServedRegister(listings, started, secret) { ReadyAfter = watch.Elapsed, MegabytesWhenReady = Machine.Megabytes(started.Id) };
            await register.AskSome();
            return register;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ready requests under a fresh token: one applicant each, one in five of them restricted; the same restricted one; ten each.</summary>
    public async Task<(ReadyRequests One, ReadyRequests Hot, ReadyRequests Ten)> Ready()
    {
        var token = await Token();
        return (
            ReadyRequests.Of(Applicants(Questions).Select((one, index) => Question([one], index)), token, File("one")),
            ReadyRequests.Of([Question([barred[0]])], token, File("hot")),
            ReadyRequests.Of(Applicants(Questions).Chunk(10).Select(Question), token, File("ten")));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var kind in new[] { "one", "hot", "ten" })
        {
            System.IO.File.Delete(File(kind));
        }

        await service.DisposeAsync();
    }

    /// <summary>Each is an application of its own: many names under one would be taken for guessing.</summary>
    private static string Question(SyntheticPerson[] applicants, int application = 0)
    {
        var question = Story.AQuestion("150602", charitable: false, [.. applicants.Select(person => Story.AnApplicant(person.Name, person.Number))]);
        question["applicationReference"] = $"150600-2026-S-{application:00000}";
        return question.ToJsonString();
    }

    private static bool HasEnded(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    /// <summary>One in five of them is restricted.</summary>
    public IEnumerable<SyntheticPerson> Applicants(int count) => Enumerable.Range(0, count).Select(index =>
        index % OneInSoManyIsBarred == 0 ? barred[index / OneInSoManyIsBarred % barred.Count] : InventedPersons.Unlisted(index % MostUnlisted));

    private string File(string kind) => Path.Combine(Path.GetTempPath(), $"blacklist-requests-{service.Id}-{kind}");

    private async Task AskSome()
    {
        var token = await Token();
        var lengths = new List<int>();
        foreach (var applicant in Applicants(100))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/eligibility-checks")
            {
                Content = new StringContent(Question([applicant]), Encoding.UTF8, "application/json"),
                Headers = { Authorization = new("Bearer", token) },
            };
            var begun = Stopwatch.GetTimestamp();
            using var answer = await service.Client.SendAsync(request);
            var body = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            FirstAnswerMilliseconds = lengths.Count == 0 ? Stopwatch.GetElapsedTime(begun).TotalMilliseconds : FirstAnswerMilliseconds;
            GivesReceipts = JsonNode.Parse(body)!["receipt"] is not null;
            lengths.Add(body.Length);
        }

        AnswerBytes = (int)lengths.Average();
    }

    public async Task<string> Token()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = KeptRegisters.Client.Id,
            ["client_secret"] = secret,
        });
        using var answer = await service.Client.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!.ToString();
    }
}
