using Blacklist.Api.EventLog;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Imports;

/// <summary>An imported case as new streams: every step was decided by the command that decides it one by one.</summary>
/// <param name="Persons">Whom the decision names, in the order given: to be sealed in the vault.</param>
internal sealed record DecidedCase(IReadOnlyList<StreamAppend> Streams, IReadOnlyList<NamedPerson> Persons)
{
    /// <param name="numbers">A listing number for each person.</param>
    /// <param name="statementPeriod">Until when a notice served on a day may be answered.</param>
    public static Parsed<DecidedCase> Decide(
        ImportedCase given, IReadOnlyList<string> numbers, Func<DateOnly, Parsed<Deadline>> statementPeriod, DateOnly today)
    {
        var persons = given.Persons
            .Select(person => new NamedPerson(Guid.CreateVersion7(), new PersonId(Guid.CreateVersion7()), person.Part, person.Identity.IdentifiedBy()))
            .ToList();
        var organization = new FreshStream<BannedOrganization>(BannedOrganization.Stream, given.Organization.Id.Value);
        var refusal = organization.Take(RecordBannedOrganization.Decide(organization.State, given.Organization))
            ?? organization.Take(RecordDisposition.Decide(organization.State, Disposition(given.Decision, persons, today)));
        var streams = new List<StreamAppend>(persons.Count + 1) { organization.Append };
        for (var place = 0; refusal is null && place < persons.Count; place++)
        {
            var listing = new FreshStream<Listing>(Listing.Stream, ProposeListing.ListingOf(persons[place].ResponsiblePersonId).Value);
            var steps = new ListingSteps(given.Persons[place].Steps, statementPeriod, today);
            refusal = steps.Take(listing, organization.State, numbers[place], persons[place].ResponsiblePersonId);
            streams.Add(listing.Append);
        }

        return refusal is null ? new DecidedCase(streams, persons) : refusal;
    }

    private static RecordDisposition Disposition(ImportedDecision decision, IReadOnlyList<NamedPerson> persons, DateOnly today) => new(
        Guid.CreateVersion7(), decision.Kind, decision.DocumentNumber, decision.DecidedOn, decision.Authority, decision.Grounds, persons, today);
}

/// <summary>From the proposal to the listing in force.</summary>
internal sealed record ListingSteps(ImportedSteps Given, Func<DateOnly, Parsed<Deadline>> StatementPeriod, DateOnly Today)
{
    public Refusal? Take(FreshStream<Listing> listing, BannedOrganization organization, string number, Guid responsiblePerson)
    {
        if (!StatementPeriod(Given.NoticeServedOn).Is(out var period, out var unknown))
        {
            return unknown;
        }

        var propose = new ProposeListing(number, responsiblePerson, Given.Facts, Given.Grounds, Evidence: [], IntendedRules: [], Given.ProposedBy);
        var notice = new ServeNotice(
            Given.NoticeServedOn, AnnouncedOn: null, Given.Method, Given.Proof, Facts: null, Grounds: null, period, Given.ProposedBy, Today);
        var decide = new DecideListing(ListingDecision.Enter, Given.DocumentNumber, Given.DecidedOn, Given.Reasons, Given.DecidedBy, Today);
        return listing.Take(ProposeListing.Decide(listing.State, organization, RuleCatalogue.Initial, propose))
            ?? listing.Take(ServeNotice.Decide(listing.State, notice))
            ?? Hear(listing)
            ?? listing.Take(DecideListing.Decide(listing.State, organization, decide));
    }

    private Refusal? Hear(FreshStream<Listing> listing) => Given.Statement is { } statement
        ? listing.Take(RecordStatement.Decide(
            listing.State, new RecordStatement(statement.Kind, statement.ReceivedOn, statement.Document, Given.ProposedBy, Today)))
        : null;
}
