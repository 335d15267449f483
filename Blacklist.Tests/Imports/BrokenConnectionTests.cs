using Blacklist.Api.Demo;
using Blacklist.Api.Imports;
using Blacklist.Domain.Kernel;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Imports;

/// <summary>An import says again what it does not know the outcome of.</summary>
public sealed class BrokenConnectionTests
{
    private const int Listings = 2_000;

    /// <summary>The connections that store, at work or done: nobody hears of what they were told last.</summary>
    private const string Break =
        """
        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
         WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid() AND query LIKE 'SELECT position_before FROM registry.append(%'
        """;

    [Fact]
    public async Task Every_listing_is_stored_once_though_connections_break_after_each_part()
    {
        await using var node = await RegistryNode.Start();
        var stored = 0;
        var cases = new SyntheticCases(new SyntheticPersons(NameTables.Read(), seed: 7)).List(Listings);

        var refused = await node.Service<CaseImport>().Record(cases, ClerkId.ReferenceData, count =>
        {
            Interlocked.Add(ref stored, count);
            node.Database.App.Scalar<long>(Break).GetAwaiter().GetResult();
        });

        refused.ShouldBeEmpty();
        stored.ShouldBe(Listings);
        (await node.Database.Owner.Scalar<long>("SELECT count(*) FROM read_model.listing")).ShouldBe(Listings);
        (await node.Database.Owner.Scalar<long>("SELECT count(*) FROM registry.mt_streams WHERE type = 'listing'")).ShouldBe(Listings);
    }
}
