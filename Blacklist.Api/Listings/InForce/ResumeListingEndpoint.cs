using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings.InForce;

namespace Blacklist.Api.Listings.InForce;

/// <param name="ResumedOn">First day on which the listing has its effect again.</param>
internal sealed record ResumeListingRequest(DateOnly ResumedOn, string DocumentNumber, string Reason);

internal static class ResumeListingEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapPost("/{id:guid}/suspension/end", Handle)
        .Summary("End a suspension", "From the day on the listing has its effect again. A suspension with a last day needs no end: it is over by the dates.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000053")
        .Example("""{ "resumedOn": "2026-11-18", "documentNumber": "鄂民恢字〔2026〕53号", "reason": "行政复议维持原决定" }""")
        .Answers<ListingAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(ResumeListing.Refusals);

    public static Task<IResult> Handle(Guid id, Body<ResumeListingRequest> body, [AsParameters] Write write, ListingDesk desk)
    {
        var fields = new FieldErrors();
        var document = fields.Text("documentNumber", body.Value.DocumentNumber, 100);
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        var command = new ResumeListing(body.Value.ResumedOn, document, reason, write.By);
        return desk.Change(write, body.Bytes, fields, id, listing => ResumeListing.Decide(listing, command));
    }
}
