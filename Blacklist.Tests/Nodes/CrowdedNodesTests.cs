using System.Net;
using Blacklist.Api.Demo;
using Xunit.Abstractions;

namespace Blacklist.Tests.Nodes;

/// <summary>
/// Two nodes as processes on one PostgreSQL with fsync on. Writers list persons on one and ask the other about each of them the moment the listing is
/// acknowledged, while a crowd asks both about strangers, and nodes and PostgreSQL die of kill -9 in turn. See <see cref="RunSize"/>.
/// </summary>
public sealed class CrowdedNodesTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Writers = 8;
    private static readonly int Pairs = RunSize.Of(suite: 64, full: 10_400);
    private static readonly int CrowdAtEach = RunSize.Of(suite: 2, full: 32);
    private static readonly int Kills = RunSize.Of(suite: 3, full: 39);

    private static readonly SyntheticPersons Persons = new(NameTables.Read(), seed: 20261122);

    private EmbeddedRegistry _registry = null!;
    private int _pairs;
    private int _openOutcomes;

    public async Task InitializeAsync()
    {
        _registry = await EmbeddedRegistry.Start();
        await _registry.StartNeighbour();
    }

    public async Task DisposeAsync()
    {
        // Where anything was answered 500, or a service ended by itself, one wants to know why.
        foreach (var line in _registry.Output.Split('\n').SkipWhile(line => !line.StartsWith("fail: Blacklist.Api.Http", StringComparison.Ordinal) && !line.StartsWith("crit:", StringComparison.Ordinal)).Take(40))
        {
            output.WriteLine(line);
        }

        await _registry.DisposeAsync();
    }

    [Fact]
    public async Task No_acknowledged_listing_is_missed_whoever_dies_however_many_ask()
    {
        var listings = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Prepare(writer, Pairs / Writers)));
        var strangers = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await _registry.SignInAgain();
            strangers += await Amid(strangers, Task.WhenAll(listings.Select((own, writer) => Task.Run(() => ListAndCheck(writer, Part(own, kill)))).Append(Kill(kill))));
        }

        output.WriteLine($"{_pairs} listings, each checked on the other node as soon as it was acknowledged: none was missed; {strangers} checks of strangers beside them, {Kills} kills, {_openOutcomes} questions that were asked again");
        _pairs.ShouldBe(Pairs);
    }

    private Story At(int node) => node % 2 == 0 ? _registry.Story : _registry.NeighboursStory;

    private async Task ListAndCheck(int writer, IEnumerable<(SyntheticPerson Person, string Listing)> own)
    {
        foreach (var (person, listing) in own)
        {
            var key = Guid.NewGuid().ToString();
            await Asking.UntilAnswered(() => At(writer).Decide(listing, key: key), Open);
            var check = await Asking.UntilAnswered(() => At(writer + 1).Check(person.Name, person.Number), Open);
            check["verdict"].ShouldBe("restricted", $"listing {listing}: {check.Text}");
            Interlocked.Increment(ref _pairs);
        }
    }

    /// <summary>The crowd asks until the work is done.</summary>
    /// <param name="before">How many strangers it has asked about.</param>
    /// <returns>About how many it asked now.</returns>
    private async Task<int> Amid(int before, Task work)
    {
        using var ended = new CancellationTokenSource();
        var crowd = Enumerable.Range(0, 2 * CrowdAtEach).Select(place => Task.Run(() => AskAboutStrangers(place, before, ended.Token))).ToList();
        try
        {
            await work;
        }
        finally
        {
            await ended.CancelAsync();
        }

        return (await Task.WhenAll(crowd)).Sum();
    }

    private async Task<int> AskAboutStrangers(int place, int before, CancellationToken ended)
    {
        var answered = 0;
        for (var index = before + place; !ended.IsCancellationRequested; index += 2 * CrowdAtEach)
        {
            var stranger = Persons.NamesakeOf(1_000_000 + (index % 400_000));
            var answer = await Asking.UntilAnswered(() => At(place).Check(stranger.Name, stranger.Number), Open);
            answer["verdict"].ShouldBe("eligible", answer.Text);
            answered++;
        }

        return answered;
    }

    private static IEnumerable<T> Part<T>(IReadOnlyList<T> own, int part) => own.Skip(part * own.Count / Kills).Take(((part + 1) * own.Count / Kills) - (part * own.Count / Kills));

    /// <summary>PostgreSQL, one node, the other, and again.</summary>
    private Task Kill(int number) => (number % 3) switch
    {
        0 => _registry.KillPostgres(),
        1 => _registry.KillNeighbourAndStartAgain(),
        _ => _registry.KillNodeAndStartAgain(),
    };

    /// <summary>Everything up to the decision.</summary>
    private async Task<IReadOnlyList<(SyntheticPerson Person, string Listing)>> Prepare(int writer, int count)
    {
        var story = At(writer);
        var cases = new List<(SyntheticPerson Person, string Listing)>(count);
        foreach (var persons in Persons.Take(count, from: writer * count).Chunk(100))
        {
            var organization = await story.RecordOrganization();
            var named = await story.Ban(organization, [.. persons.Select(person => Story.APerson(person.Name, person.Number))]);
            foreach (var (person, reference) in persons.Zip(named))
            {
                var listing = (await story.Propose(organization, reference)).ShouldBe(HttpStatusCode.Created)["id"]!;
                (await story.ServeNotice(listing)).ShouldBe(HttpStatusCode.OK);
                cases.Add((person, listing));
            }
        }

        return cases;
    }

    private void Open() => Interlocked.Increment(ref _openOutcomes);
}
