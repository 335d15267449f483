using System.Net;
using System.Threading.Channels;
using Blacklist.Api.Demo;
using Xunit.Abstractions;

namespace Blacklist.Tests.Nodes;

/// <summary>
/// What one node has acknowledged no other node is blind to: 8 writers list persons, and 8 clients ask the other node about each of them
/// the moment the listing is acknowledged. See <see cref="RunSize"/>.
/// </summary>
public sealed class TwoNodesTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Writers = 8;
    private const int PersonsOfADecision = 100;

    private static readonly SyntheticPersons Persons = new(NameTables.Read(), seed: 20261121);

    private TestDatabase _database = null!;
    private RegistryNode[] _nodes = [];

    public async Task InitializeAsync()
    {
        _database = await RegistryNode.CreateDatabase();
        _nodes = [await RegistryNode.Start(_database), await RegistryNode.Start(_database)];
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    [Fact]
    public async Task No_check_on_the_other_node_is_blind_to_an_acknowledged_listing_or_annulment()
    {
        var pairs = RunSize.Of(suite: 320, full: 10_400);
        var listings = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Prepare(writer, pairs / Writers)));

        // Annulled in the other direction, one in eight: nobody stays restricted either.
        var listed = await Race(listings, (story, listing) => story.Decide(listing), "restricted");
        var annulled = await Race([.. listings.Select(own => own.Take(own.Count / 8).ToList())], (story, listing) => story.Annul(listing), "eligible");

        output.WriteLine($"{listed} listings and {annulled} annulments, each checked on the other node as soon as it was acknowledged: none was missed");
        listed.ShouldBe(pairs);
    }

    /// <returns>How many pairs of an acknowledgement and a check there were.</returns>
    private async Task<int> Race(IReadOnlyList<IReadOnlyList<Case>> work, Func<Story, string, Task<ApiAnswer>> act, string verdict)
    {
        var acknowledged = Channel.CreateUnbounded<(Case Case, int WrittenOn)>();
        var checkers = Enumerable.Range(0, Writers).Select(_ => Task.Run(() => CheckAll(acknowledged.Reader, verdict))).ToList();
        await Task.WhenAll(work.Select((own, writer) => Task.Run(async () =>
        {
            foreach (var one in own)
            {
                (await act(_nodes[writer % 2].Story, one.Listing)).ShouldBe(HttpStatusCode.OK);
                acknowledged.Writer.TryWrite((one, writer % 2)).ShouldBeTrue();
            }
        })));
        acknowledged.Writer.Complete();
        return (await Task.WhenAll(checkers)).Sum();
    }

    private async Task<int> CheckAll(ChannelReader<(Case Case, int WrittenOn)> acknowledged, string verdict)
    {
        var pairs = 0;
        await foreach (var (one, writtenOn) in acknowledged.ReadAllAsync())
        {
            var check = await _nodes[1 - writtenOn].Story.Check(one.Person.Name, one.Person.Number);
            check.Verdict().ShouldBe(verdict, $"listing {one.Listing}: {check.Text}");
            pairs++;
        }

        return pairs;
    }

    /// <summary>Everything up to the decision, so that decisions and checks alone race.</summary>
    private async Task<IReadOnlyList<Case>> Prepare(int writer, int count)
    {
        var story = _nodes[writer % 2].Story;
        var cases = new List<Case>(count);
        foreach (var persons in Persons.Take(count, from: writer * count).Chunk(PersonsOfADecision))
        {
            var organization = await story.RecordOrganization();
            var named = await story.Ban(organization, [.. persons.Select(person => Story.APerson(person.Name, person.Number))]);
            foreach (var (person, reference) in persons.Zip(named))
            {
                var listing = (await story.Propose(organization, reference)).ShouldBe(HttpStatusCode.Created)["id"]!;
                (await story.ServeNotice(listing)).ShouldBe(HttpStatusCode.OK);
                cases.Add(new Case(person, listing));
            }
        }

        return cases;
    }

    private sealed record Case(SyntheticPerson Person, string Listing);
}
