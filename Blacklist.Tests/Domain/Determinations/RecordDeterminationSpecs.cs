using Blacklist.Domain.Determinations;
using static Blacklist.Tests.Domain.Determinations.ADetermination;

namespace Blacklist.Tests.Domain.Determinations;

public sealed class RecordDeterminationSpecs
{
    private static readonly RecordDetermination FindDifferent = new(
        Different.DeterminationId, Different.CheckId, Different.ApplicantIndex, Different.ListingId, Different.ApplicantId, Different.Finding,
        Different.DocumentMatched, Different.Reason, Different.By);

    private static readonly RecordDetermination FindSame = FindDifferent with { Finding = Same.Finding, Reason = Same.Reason };

    private static readonly RecordDetermination FindSameToo = FindSame with { Reason = Confirmed.Reason, By = Confirmed.By };

    [Fact]
    public void Somebody_else_is_found_by_one_clerk() => Given().When(d => RecordDetermination.Decide(d, FindDifferent)).Then(Different);

    [Fact]
    public void The_same_person_is_found_by_one_clerk_first() => Given().When(d => RecordDetermination.Decide(d, FindSame)).Then(Same);

    [Fact]
    public void A_second_clerk_confirms_the_same_person() => Given(Same).When(d => RecordDetermination.Decide(d, FindSameToo)).Then(Confirmed);

    [Fact]
    public void The_same_clerk_twice_changes_nothing() => Given(Same).When(d => RecordDetermination.Decide(d, FindSame)).Then();

    [Fact]
    public void Confirming_twice_changes_nothing() => Given(Same, Confirmed).When(d => RecordDetermination.Decide(d, FindSameToo)).Then();

    [Fact]
    public void Finding_somebody_else_twice_changes_nothing() => Given(Different).When(d => RecordDetermination.Decide(d, FindDifferent)).Then();

    [Fact]
    public void Somebody_else_is_found_anew_when_a_number_matches_that_did_not_then() =>
        Given(Different).When(d => RecordDetermination.Decide(d, FindDifferent with { DocumentMatched = true })).Then(Different with { DocumentMatched = true });

    [Fact]
    public void What_was_found_with_the_number_at_hand_is_not_found_anew_without_it() =>
        Given(Different with { DocumentMatched = true }).When(d => RecordDetermination.Decide(d, FindDifferent)).Then();

    [Fact]
    public void The_other_finding_needs_a_revocation_first() =>
        Given(Different).When(d => RecordDetermination.Decide(d, FindSame)).ThenRefused(RecordDetermination.StandsOtherwise);

    [Fact]
    public void After_a_revocation_it_is_found_anew() => Given(Different, Revoked).When(d => RecordDetermination.Decide(d, FindSame)).Then(Same);
}
