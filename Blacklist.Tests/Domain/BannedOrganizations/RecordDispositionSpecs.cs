using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Persons;
using static Blacklist.Tests.Domain.BannedOrganizations.AnOrganization;

namespace Blacklist.Tests.Domain.BannedOrganizations;

public sealed class RecordDispositionSpecs
{
    private static readonly RecordDisposition Ban = new(
        BanId, DispositionKind.Banned, Banned.DocumentNumber, BannedOn, Banned.Authority, null,
        [new NamedPerson(ChairId, ChairPerson, Part.PersonInCharge, IdentifiedBy.Document)], Today);

    [Fact]
    public void A_ban_is_recorded_with_the_persons_it_names() =>
        Given(Recorded).When(o => RecordDisposition.Decide(o, Ban)).Then(Banned, ChairNamed);

    [Fact]
    public void A_ban_may_name_nobody() =>
        Given(Recorded).When(o => RecordDisposition.Decide(o, Ban with { ResponsiblePersons = [] })).Then(Banned);

    [Fact]
    public void A_revocation_names_persons_too() =>
        Given(Recorded).When(o => RecordDisposition.Decide(o, Ban with { Kind = DispositionKind.Revoked }))
            .Then(Banned with { Kind = DispositionKind.Revoked }, ChairNamed);

    [Fact]
    public void The_same_decision_again_changes_nothing() =>
        Given(Recorded, Banned, ChairNamed).When(o => RecordDisposition.Decide(o, Ban)).Then();

    [Theory]
    [InlineData(DispositionKind.PersuadedToDisband)]
    [InlineData(DispositionKind.DissolvedItself)]
    [InlineData(DispositionKind.GuidedToRegister)]
    [InlineData(DispositionKind.TransferredToPolice)]
    [InlineData(DispositionKind.TransferredToMarketRegulator)]
    public void Only_a_ban_or_a_revocation_names_responsible_persons(DispositionKind kind)
    {
        Given(Recorded).When(o => RecordDisposition.Decide(o, Ban with { Kind = kind })).ThenRefused(RecordDisposition.NoPersonsHere);
        Given(Recorded).When(o => RecordDisposition.Decide(o, Ban with { Kind = kind, ResponsiblePersons = [] })).Then(Banned with { Kind = kind });
    }

    [Fact]
    public void An_unknown_organization_has_no_decisions() =>
        Given().When(o => RecordDisposition.Decide(o, Ban)).ThenRefused(RecordDisposition.OrganizationNotRecorded);

    [Fact]
    public void A_decision_of_tomorrow_is_refused() =>
        Given(Recorded).When(o => RecordDisposition.Decide(o, Ban with { DecidedOn = Today.AddDays(1) })).ThenRefused(RecordDisposition.InFuture);

    [Fact]
    public void A_decision_of_today_is_taken() =>
        Given(Recorded).When(o => RecordDisposition.Decide(o, Ban with { DecidedOn = Today, ResponsiblePersons = [] }))
            .Then(Banned with { DecidedOn = Today });

    [Fact]
    public void Two_decisions_do_not_share_a_document_number() =>
        Given(Recorded, Banned).When(o => RecordDisposition.Decide(o, Ban with { DispositionId = ChairId }))
            .ThenRefused(RecordDisposition.NumberUsed);
}
