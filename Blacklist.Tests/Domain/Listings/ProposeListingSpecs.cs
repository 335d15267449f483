using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Listings;
using Blacklist.Tests.Domain.BannedOrganizations;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class ProposeListingSpecs
{
    private static readonly BannedOrganization Organization =
        AnOrganization.After(AnOrganization.Recorded, AnOrganization.Banned, AnOrganization.ChairNamed);

    private static readonly BannedOrganization Annulment =
        AnOrganization.After(AnOrganization.Recorded, AnOrganization.Banned, AnOrganization.ChairNamed, AnOrganization.BanAnnulled);

    private static readonly ProposeListing Propose = new(Proposed.Number, AnOrganization.ChairId, null, Officer);

    [Fact]
    public void A_person_whom_the_ban_names_is_proposed() => Given().When(l => ProposeListing.Decide(l, Organization, Propose)).Then(Proposed);

    [Fact]
    public void Proposing_twice_changes_nothing() => Given(Proposed).When(l => ProposeListing.Decide(l, Organization, Propose)).Then();

    [Fact]
    public void A_listing_in_force_is_not_proposed_again() =>
        Given(Proposed, Noticed, Entered).When(l => ProposeListing.Decide(l, Organization, Propose)).Then();

    [Fact]
    public void A_dropped_proposal_may_be_made_again() =>
        Given(Proposed, Noticed, Dropped).When(l => ProposeListing.Decide(l, Organization, Propose)).Then(Proposed);

    [Fact]
    public void An_annulled_listing_stays_closed() =>
        Given(Proposed, Noticed, Entered, Annulled).When(l => ProposeListing.Decide(l, Organization, Propose)).ThenRefused(ProposeListing.Closed);

    [Fact]
    public void Nobody_is_proposed_whom_no_decision_names() =>
        Given().When(l => ProposeListing.Decide(l, Organization, Propose with { ResponsiblePersonId = AnOrganization.BanId }))
            .ThenRefused(ProposeListing.PersonUnknown);

    [Fact]
    public void Nobody_is_proposed_on_an_annulled_decision() =>
        Given().When(l => ProposeListing.Decide(l, Annulment, Propose)).ThenRefused(ProposeListing.DecisionAnnulled);
}
