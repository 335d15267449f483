using Blacklist.Api.Eligibility.Effects;
using Blacklist.Api.Hosting;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Eligibility.Effects;

/// <summary>Whom an event concerns is read page by page; a caller may have asked about one of them hundreds of thousands of times.</summary>
public sealed class WatchedPagesTests : IAsyncLifetime
{
    private const int OfOnePerson = 20_000;
    private const int AtOnce = 100;
    private const long Event = 50;

    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await RegistryNode.CreateDatabase();
        await _database.Owner.Execute("INSERT INTO registry.asked_persons (keys) VALUES ('{1,2}'), ('{2,3}'), ('{4}'), ('{3,1}'), ('{1}')");
        await Ask(person: 1, checks: 3, place: 0);
        await Ask(person: 2, checks: OfOnePerson, place: 0);
        await Ask(person: 3, checks: 7, place: 0);
        await Ask(person: 4, checks: AtOnce + 1, place: 1);
        await _database.Owner.Execute($"INSERT INTO registry.check_subjects SELECT gen_random_uuid(), 0, {Event}, 4 FROM generate_series(1, 5)"); // knew it already
        await _database.Owner.Execute("VACUUM ANALYZE registry.check_subjects, registry.asked_persons");
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task All_pages_together_read_what_they_return_and_each_applicant_once()
    {
        var before = await RowsRead();
        var pages = await Pages([1, 3]);

        var applicants = pages.SelectMany(page => page).ToList();
        applicants.CountBy(applicant => applicant.Person).OrderBy(person => person.Key).ShouldBe([new(1, 3), new(2, OfOnePerson), new(4, AtOnce + 1)]);
        applicants.Distinct().Count().ShouldBe(applicants.Count);
        pages.SkipLast(1).ShouldAllBe(page => page.Count == AtOnce);
        (await RowsRead() - before).ShouldBeLessThan(5 * applicants.Count, "where each page reads all checks of the persons it is four million");
    }

    [Fact]
    public async Task Where_everybody_is_concerned_each_applicant_comes_once_too()
    {
        var applicants = (await Pages(keys: null)).SelectMany(page => page).ToList();

        applicants.Count.ShouldBe(3 + OfOnePerson + 7 + AtOnce + 1);
        applicants.Distinct().Count().ShouldBe(applicants.Count);
    }

    private Task Ask(int person, int checks, int place) =>
        _database.Owner.Execute($"INSERT INTO registry.check_subjects SELECT gen_random_uuid(), {place}, {Event} - 1, {person} FROM generate_series(1, {checks})");

    private async Task<List<IReadOnlyList<WatchedApplicant>>> Pages(long[]? keys)
    {
        await using var service = RegistryConnections.App(_database.AppConnectionString);
        var watch = new WatchRecord(service);
        var pages = new List<IReadOnlyList<WatchedApplicant>>();
        for (var page = await watch.Watched(keys, Event, WatchedApplicant.BeforeAll, AtOnce); page.Count > 0; page = await watch.Watched(keys, Event, page[^1], AtOnce))
        {
            pages.Add(page);
        }

        return pages;
    }

    private Task<long> RowsRead() =>
        _database.Counted<long>("SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_user_tables WHERE relid = 'registry.check_subjects'::regclass");
}
