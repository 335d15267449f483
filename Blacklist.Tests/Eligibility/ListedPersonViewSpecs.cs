using Blacklist.Api.Eligibility.Index;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Tests.Architecture;
using Blacklist.Tests.Contracts;

namespace Blacklist.Tests.Eligibility;

public sealed class ListedPersonViewSpecs
{
    /// <summary>Else a node that starts would answer otherwise than one that followed the log.</summary>
    [Fact]
    public void Every_fact_that_changes_a_listing_in_force_is_read_again_at_a_start()
    {
        var changing = Code.Events.Where(type => !ReferenceEquals(ListingChanges.Evolve(ListingChanges.None, Sample.Of(type)), ListingChanges.None)).ToList();

        changing.ShouldContain(typeof(ListingSuspended));
        changing.Except(Kept).ShouldBeEmpty();
    }

    private static IEnumerable<Type> Kept => new ListedPersonView().Registrations
        .Where(known => known.Statement.Sql.Contains("INTO listing_change ", StringComparison.Ordinal)).Select(known => known.Event);
}
