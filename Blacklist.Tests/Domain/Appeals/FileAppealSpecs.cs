using Blacklist.Domain.Appeals;
using Blacklist.Tests.Domain.Listings;
using static Blacklist.Tests.Domain.Appeals.AnAppeal;

namespace Blacklist.Tests.Domain.Appeals;

public sealed class FileAppealSpecs
{
    private static readonly FileAppeal Object = new(
        Id, Filed.Number, AppealKind.Objection, Filed.Channel, ReceivedOn, Filed.Document, Words, AdmitBy, Filed.WarnFrom, Counter, Today);

    private static readonly FileAppeal Answer = Object with { Kind = AppealKind.Statement, ReceivedOn = FiledStatement.ReceivedOn };

    [Fact]
    public void A_listing_in_force_is_objected_to() => Given().When(a => FileAppeal.Decide(a, InForce, Object)).Then(Filed);

    [Fact]
    public void A_notice_is_answered_by_a_statement() => Given().When(a => FileAppeal.Decide(a, Announced, Answer)).Then(FiledStatement);

    [Theory]
    [InlineData(AppealKind.CreditRepair)]
    [InlineData(AppealKind.Reconsideration)]
    [InlineData(AppealKind.Litigation)]
    public void So_are_the_other_kinds_filed_against_a_listing_in_force(AppealKind kind) =>
        Given().When(a => FileAppeal.Decide(a, InForce, Object with { Kind = kind })).Then(Filed with { Kind = kind });

    [Fact]
    public void A_listing_that_has_lapsed_can_still_be_contested_for_what_it_did() =>
        Given().When(a => FileAppeal.Decide(a, After(AListing.Entered, AListing.Lapsed), Object)).Then(Filed);

    [Fact]
    public void Filing_twice_changes_nothing() => Given(Filed).When(a => FileAppeal.Decide(a, InForce, Object)).Then();

    [Fact]
    public void A_statement_comes_too_late_for_a_listing_that_was_decided() =>
        Given().When(a => FileAppeal.Decide(a, InForce, Answer)).ThenRefused(FileAppeal.NotAnswerable);

    [Fact]
    public void A_proposal_cannot_be_objected_to() =>
        Given().When(a => FileAppeal.Decide(a, Announced, Object)).ThenRefused(FileAppeal.NothingToContest);

    [Fact]
    public void What_was_annulled_cannot_be_objected_to() =>
        Given().When(a => FileAppeal.Decide(a, After(AListing.Entered, AListing.Annulled), Object)).ThenRefused(FileAppeal.NothingToContest);

    [Fact]
    public void What_has_lapsed_needs_no_repair() =>
        Given().When(a => FileAppeal.Decide(a, After(AListing.Entered, AListing.Lapsed), Object with { Kind = AppealKind.CreditRepair }))
            .ThenRefused(FileAppeal.NothingToContest);

    [Fact]
    public void A_statement_does_not_precede_the_notice() =>
        Given().When(a => FileAppeal.Decide(a, Announced, Answer with { ReceivedOn = AListing.ServedOn.AddDays(-1) })).ThenRefused(FileAppeal.BeforeNotice);

    [Fact]
    public void An_objection_does_not_precede_the_decision() =>
        Given().When(a => FileAppeal.Decide(a, InForce, Object with { ReceivedOn = AListing.DecidedOn.AddDays(-1) })).ThenRefused(FileAppeal.BeforeDecision);

    [Fact]
    public void An_appeal_of_tomorrow_is_refused() =>
        Given().When(a => FileAppeal.Decide(a, InForce, Object with { ReceivedOn = Today.AddDays(1) })).ThenRefused(FileAppeal.InFuture);
}
