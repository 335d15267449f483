using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings.InForce;

namespace Blacklist.Api.Listings.InForce;

/// <param name="From">First day without effect.</param>
/// <param name="Until">Last day without effect; left out, until the suspension is ended.</param>
internal sealed record SuspendListingRequest(DateOnly From, string DocumentNumber, string Reason, DateOnly? Until = null);

internal static class SuspendListingEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapPost("/{id:guid}/suspension", Handle)
        .Summary("Suspend a listing", "Lets the effect rest from a day on, until a day or until it is ended. For these days checks answer `eligible` with the reason `listing_suspended`.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000052")
        .Example("""{ "from": "2026-11-16", "until": "2027-01-15", "documentNumber": "鄂民中止字〔2026〕52号", "reason": "行政复议期间停止执行" }""")
        .Answers<ListingAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(SuspendListing.Refusals)
        .Problems(ProblemKinds.OutOfRange);

    public static Task<IResult> Handle(Guid id, Body<SuspendListingRequest> body, [AsParameters] Write write, ListingDesk desk)
    {
        var fields = new FieldErrors();
        var document = fields.Text("documentNumber", body.Value.DocumentNumber, 100);
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        fields.Range("until", body.Value.Until, DateOnly.MinValue, LegalDate.Last);
        var command = new SuspendListing(body.Value.From, body.Value.Until, document, reason, write.By);
        return desk.Change(write, body.Bytes, fields, id, listing => SuspendListing.Decide(listing, command));
    }
}
