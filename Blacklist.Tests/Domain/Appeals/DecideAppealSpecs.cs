using Blacklist.Domain.Appeals;
using Blacklist.Domain.Registration;
using Blacklist.Tests.Domain.Listings;
using static Blacklist.Tests.Domain.Appeals.AnAppeal;

namespace Blacklist.Tests.Domain.Appeals;

public sealed class DecideAppealSpecs
{
    private static readonly DecideAppeal Maintain = new(
        Remedy.Maintain, EndsOn: null, Positions: [], Maintained.DocumentNumber, DecidedOn, Maintained.Reasons, Administrator, Today);

    [Fact]
    public void Who_has_the_appeal_decides_it() =>
        Given(Filed, Admitted, Assigned).When(a => DecideAppeal.Decide(a, InForce, Maintain)).Then(Maintained);

    [Fact]
    public void After_a_hearing_too() =>
        Given(Filed, Admitted, Assigned, Scheduled, Heard).When(a => DecideAppeal.Decide(a, InForce, Maintain)).Then(Maintained);

    [Fact]
    public void Deciding_twice_changes_nothing() =>
        Given(Filed, Admitted, Assigned, Maintained).When(a => DecideAppeal.Decide(a, InForce, Maintain)).Then();

    [Theory]
    [InlineData(AppealKind.Statement, Remedy.Drop)]
    [InlineData(AppealKind.CreditRepair, Remedy.Repair)]
    [InlineData(AppealKind.Objection, Remedy.Annul)]
    [InlineData(AppealKind.Objection, Remedy.Vary)]
    [InlineData(AppealKind.Reconsideration, Remedy.Annul)]
    [InlineData(AppealKind.Litigation, Remedy.Vary)]
    public void It_comes_to_a_remedy_of_its_kind(AppealKind kind, Remedy remedy) =>
        Given(Filed with { Kind = kind }, Admitted, Assigned).When(a => DecideAppeal.Decide(a, InForce, Maintain with { Remedy = remedy }))
            .Then(Maintained with { Remedy = remedy });

    [Theory]
    [InlineData(AppealKind.Statement, Remedy.Annul)]
    [InlineData(AppealKind.CreditRepair, Remedy.Annul)]
    [InlineData(AppealKind.Objection, Remedy.Drop)]
    [InlineData(AppealKind.Objection, Remedy.Repair)]
    [InlineData(AppealKind.Litigation, Remedy.Drop)]
    public void It_cannot_come_to_the_remedy_of_another_kind(AppealKind kind, Remedy remedy) =>
        Given(Filed with { Kind = kind }, Admitted, Assigned).When(a => DecideAppeal.Decide(a, InForce, Maintain with { Remedy = remedy }))
            .ThenRefused(DecideAppeal.RemedyForeign);

    [Fact]
    public void What_nobody_has_is_not_decided() =>
        Given(Filed, Admitted).When(a => DecideAppeal.Decide(a, InForce, Maintain)).ThenRefused(DecideAppeal.NotAssigned);

    [Fact]
    public void What_was_taken_back_is_not_decided() =>
        Given(Filed, Admitted, Assigned, Withdrawn).When(a => DecideAppeal.Decide(a, InForce, Maintain)).ThenRefused(DecideAppeal.NotAssigned);

    [Fact]
    public void Nobody_else_decides_it() =>
        Given(Filed, Admitted, Assigned).When(a => DecideAppeal.Decide(a, InForce, Maintain with { By = Another })).ThenRefused(DecideAppeal.AnothersAppeal);

    [Fact]
    public void Who_has_taken_part_in_the_listing_since_it_was_assigned_does_not_decide() =>
        Given(Filed with { Kind = AppealKind.Statement }, Admitted, Assigned)
            .When(a => DecideAppeal.Decide(a, After(AListing.Entered with { By = Administrator }), Maintain)).ThenRefused(DecideAppeal.TookPart);

    [Fact]
    public void A_hearing_that_is_announced_comes_first() =>
        Given(Filed, Admitted, Assigned, Scheduled).When(a => DecideAppeal.Decide(a, InForce, Maintain)).ThenRefused(DecideAppeal.HearingAhead);

    [Fact]
    public void Only_a_variation_has_an_end() =>
        Given(Filed, Admitted, Assigned).When(a => DecideAppeal.Decide(a, InForce, Maintain with { EndsOn = Today })).ThenRefused(DecideAppeal.TermsForeign);

    [Fact]
    public void Only_a_variation_names_positions() =>
        Given(Filed, Admitted, Assigned).When(a => DecideAppeal.Decide(a, InForce, Maintain with { Positions = [Position.Founder] }))
            .ThenRefused(DecideAppeal.TermsForeign);

    [Fact]
    public void An_appeal_is_not_decided_before_it_was_admitted() =>
        Given(Filed, Admitted, Assigned).When(a => DecideAppeal.Decide(a, InForce, Maintain with { DecidedOn = AdmittedOn.AddDays(-1) }))
            .ThenRefused(DecideAppeal.BeforeAdmission);

    [Fact]
    public void An_appeal_is_not_decided_before_the_person_was_heard() =>
        Given(Filed, Admitted, Assigned, Scheduled, Heard).When(a => DecideAppeal.Decide(a, InForce, Maintain with { DecidedOn = HeldOn.AddDays(-1) }))
            .ThenRefused(DecideAppeal.BeforeHearing);

    [Fact]
    public void A_decision_of_tomorrow_is_refused() =>
        Given(Filed, Admitted, Assigned).When(a => DecideAppeal.Decide(a, InForce, Maintain with { DecidedOn = Today.AddDays(1) }))
            .ThenRefused(DecideAppeal.InFuture);
}
