using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Rules;
using Blacklist.Tests.Domain.BannedOrganizations;
using Blacklist.Tests.Domain.Eligibility;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class ProposeListingSpecs
{
    private static readonly RuleCatalogue Rules = ACase.Catalogue(ACase.TheRule);

    private static readonly RuleCatalogue ForRevocations =
        ACase.Catalogue(ACase.TheRule with { AppliesTo = ACase.TheRule.AppliesTo with { Dispositions = [DispositionKind.Revoked] } });

    private static readonly ProposeListing Propose = new(
        Proposed.Number, AnOrganization.ChairId, Proposed.Facts, Proposed.Grounds, Proposed.Evidence, Proposed.IntendedRules, Officer);

    [Fact]
    public void A_person_whom_the_ban_names_is_proposed() => Given().When(l => ProposeListing.Decide(l, Organization, Rules, Propose)).Then(Proposed);

    [Fact]
    public void Proposing_twice_changes_nothing() => Given(Proposed).When(l => ProposeListing.Decide(l, Organization, Rules, Propose)).Then();

    [Fact]
    public void A_listing_in_force_is_not_proposed_again() =>
        Given(Proposed, Noticed, Entered).When(l => ProposeListing.Decide(l, Organization, Rules, Propose)).Then();

    [Fact]
    public void A_dropped_proposal_may_be_made_again() =>
        Given(Proposed, Noticed, Dropped).When(l => ProposeListing.Decide(l, Organization, Rules, Propose)).Then(Proposed);

    [Fact]
    public void A_dropped_proposal_is_not_made_again_of_a_person_who_was_erased_since() =>
        Given(Proposed, Noticed, Dropped).When(l => ProposeListing.Decide(l, Organization, Rules, Propose with { PersonIsErased = true })).ThenRefused(ProposeListing.Erased);

    [Fact]
    public void An_annulled_listing_stays_closed() =>
        Given(Proposed, Noticed, Entered, Annulled).When(l => ProposeListing.Decide(l, Organization, Rules, Propose)).ThenRefused(ProposeListing.Closed);

    [Fact]
    public void What_has_lapsed_or_was_repaired_stays_closed()
    {
        InForce(Lapsed).When(l => ProposeListing.Decide(l, Organization, Rules, Propose)).ThenRefused(ProposeListing.Closed);
        InForce(Repaired).When(l => ProposeListing.Decide(l, Organization, Rules, Propose)).ThenRefused(ProposeListing.Closed);
    }

    [Fact]
    public void Nobody_is_restricted_under_a_rule_that_there_is_not() =>
        Given().When(l => ProposeListing.Decide(l, Organization, RuleCatalogue.Initial, Propose)).ThenRefused(ProposeListing.RuleUnknown);

    [Fact]
    public void Nobody_is_restricted_under_a_rule_for_others() =>
        Given().When(l => ProposeListing.Decide(l, Organization, ForRevocations, Propose)).ThenRefused(ProposeListing.RuleDoesNotApply);

    [Fact]
    public void Nobody_is_proposed_whom_no_decision_names() =>
        Given().When(l => ProposeListing.Decide(l, Organization, Rules, Propose with { ResponsiblePersonId = AnOrganization.BanId }))
            .ThenRefused(ProposeListing.PersonUnknown);

    [Fact]
    public void Nobody_is_proposed_on_an_annulled_decision() =>
        Given().When(l => ProposeListing.Decide(l, BanAnnulled, Rules, Propose)).ThenRefused(ProposeListing.DecisionAnnulled);
}
