using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Listings;

/// <param name="Document">Reference of the paper; the words themselves stay in the file.</param>
internal sealed record RecordStatementRequest(StatementKind Kind, DateOnly ReceivedOn, string Document);

internal static class RecordStatementEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapPost("/{id:guid}/statement", Handle)
        .Summary("Record the person's statement", "陈述申辩: the person answered the notice, or waived the right to. The words stay in the file; the log keeps a reference.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000013")
        .Example("""{ "kind": "answered", "receivedOn": "2026-11-05", "document": "陈述申辩书〔2026〕13号" }""")
        .Answers<ListingAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(RecordStatement.Refusals);

    public static Task<IResult> Handle(Guid id, Body<RecordStatementRequest> body, [AsParameters] Write write, ListingDesk desk)
    {
        var fields = new FieldErrors();
        var document = fields.Text("document", body.Value.Document, 200);
        var command = new RecordStatement(body.Value.Kind, body.Value.ReceivedOn, document, write.By, write.Today);
        return desk.Change(write, body.Bytes, fields, id, listing => RecordStatement.Decide(listing, command));
    }
}
