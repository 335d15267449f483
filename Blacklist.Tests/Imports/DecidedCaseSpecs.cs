using Blacklist.Api.Demo;
using Blacklist.Api.Imports;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;

namespace Blacklist.Tests.Imports;

public sealed class DecidedCaseSpecs
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly ImportedCase Given = new SyntheticCases(new SyntheticPersons(NameTables.Read(), seed: 1)).List(2).Single();

    [Fact]
    public void A_case_becomes_the_streams_that_its_steps_would_have_made()
    {
        var decided = Decide(Given).Value.ShouldNotBeNull();
        decided.Streams.Select(stream => (stream.StreamType, stream.ExpectedVersion)).ShouldBe(
            [("banned_organization", 0), ("listing", 0), ("listing", 0)]);
        decided.Streams[0].Events.Select(fact => fact.Data.GetType()).ShouldBe(
            [typeof(BannedOrganizationRecorded), typeof(DispositionRecorded), typeof(ResponsiblePersonNamed), typeof(ResponsiblePersonNamed)]);
        decided.Streams[1].Events.Select(fact => fact.Data.GetType()).ShouldBe(
            [typeof(ListingProposed), typeof(NoticeServed), typeof(StatementRecorded), typeof(ListingEntered)]);
    }

    [Fact]
    public void Each_person_is_listed_under_a_number_and_a_reference_of_their_own()
    {
        var decided = Decide(Given).Value.ShouldNotBeNull();
        var proposed = decided.Streams.Skip(1).Select(stream => (ListingProposed)stream.Events[0].Data).ToList();
        proposed.Select(fact => fact.Number).ShouldBe(["150602-2026-000001", "150602-2026-000002"]);
        proposed.Select(fact => fact.PersonId).ShouldBe(decided.Persons.Select(person => person.PersonId));
    }

    [Fact]
    public void Who_proposed_cannot_have_decided() =>
        Decide(With(steps => steps with { DecidedBy = steps.ProposedBy })).Problem.ShouldBe(DecideListing.SamePerson);

    [Fact]
    public void A_listing_without_statement_waits_for_the_period() =>
        Decide(With(steps => steps with { Statement = null, DecidedOn = steps.NoticeServedOn })).Problem.ShouldBe(DecideListing.PeriodRunning);

    [Fact]
    public void Persuasion_lists_nobody() =>
        Decide(Given with { Decision = Given.Decision with { Kind = DispositionKind.PersuadedToDisband } }).Problem.ShouldBe(RecordDisposition.NoPersonsHere);

    private static ImportedCase With(Func<ImportedSteps, ImportedSteps> change) =>
        Given with { Persons = [Given.Persons[0] with { Steps = change(Given.Persons[0].Steps) }] };

    private static Parsed<DecidedCase> Decide(ImportedCase given) => DecidedCase.Decide(
        given, ["150602-2026-000001", "150602-2026-000002"],
        servedOn => new Deadline(servedOn, Period.Parse("P5D").Value!, servedOn.AddDays(7), [], [], "fixed"), Today);
}
