using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;

namespace Blacklist.Api.Listings;

internal static class GetListingEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapGet("/{id:guid}", Handle)
        .Summary("A listing", "As it stands now, with its file: facts, grounds, evidence, service of the notice, and every change since it was decided. Who the person is stays in the vault.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000016")
        .Answers<ListingRow>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(Guid id, Caller caller, ListingRows listings, EventStore log, CancellationToken cancellation)
    {
        if (await listings.Find(id, cancellation) is not { } row || !caller.Covers(row.Region))
        {
            return Problems.NotFound();
        }

        var facts = (await log.Load(id)).Events.Where(recorded => recorded.Version <= row.Version).Select(recorded => recorded.Data);
        return Answer.Ok(row with { File = ListingFile.Of([.. facts]) }) with { Version = row.Version };
    }
}

/// <summary>What was said and shown of a listing.</summary>
/// <param name="Facts">What the proposal rests on beyond the decision.</param>
/// <param name="Grounds">Why that makes the person responsible, as proposed.</param>
/// <param name="IntendedRules">Ids of the rules under which the person is to be restricted.</param>
/// <param name="ServiceAttempts">Where the notice of this proposal did not reach the person.</param>
/// <param name="Disputes">The open appeals against it.</param>
internal sealed record ListingFile(
    string? Facts,
    string? Grounds,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<string> IntendedRules,
    IReadOnlyList<FailedAttempt> ServiceAttempts,
    ServedNotice? Notice,
    IReadOnlyList<SuspendedDays> Suspensions,
    IReadOnlyList<Variation> Variations,
    IReadOnlyList<GivenWaiver> Waivers,
    IReadOnlyList<Guid> Disputes)
{
    public static ListingFile Of(IReadOnlyList<Domain.Kernel.IEvent> facts)
    {
        var listing = facts.Aggregate(Listing.Initial, Listing.Evolve);
        var proposal = facts.OfType<ListingProposed>().Last();
        return new ListingFile(
            proposal.Facts, proposal.Grounds, proposal.Evidence, proposal.IntendedRules,
            [.. facts.Skip(facts.Index().Last(fact => fact.Item is ListingProposed).Index).OfType<ServiceAttempted>().Select(e => new FailedAttempt(e.AttemptedOn, e.Failure, e.Proof))],
            listing.Notice is { } e ? new ServedNotice(e.ServedOn, e.AnnouncedOn, e.Method, e.Proof, e.Facts, e.Grounds, e.StatementPeriod) : null,
            [.. listing.Changes.Suspensions.Where(days => !days.IsEmpty).Select(days => new SuspendedDays(days.From, days.Until))],
            listing.Changes.Variations,
            [.. listing.Changes.Waivers.Select(waiver => new GivenWaiver(waiver.Id, [.. waiver.Organizations.Select(name => name.Original)], waiver.From, waiver.Until))],
            [.. listing.Changes.Disputes.Select(appeal => appeal.Value)]);
    }
}

internal sealed record FailedAttempt(DateOnly AttemptedOn, ServiceFailure Failure, string Proof);

/// <param name="StatementPeriod">Until when the person may answer, and why until then.</param>
internal sealed record ServedNotice(
    DateOnly ServedOn, DateOnly? AnnouncedOn, ServiceMethod Method, string Proof, string Facts, string Grounds, Deadline StatementPeriod);

/// <param name="Until">Null until it is ended.</param>
internal sealed record SuspendedDays(DateOnly From, DateOnly? Until);

/// <param name="Until">Null as long as the listing lasts.</param>
internal sealed record GivenWaiver(Guid Id, IReadOnlyList<string> Organizations, DateOnly From, DateOnly? Until);
