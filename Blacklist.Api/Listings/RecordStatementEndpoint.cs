using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Listings;

/// <param name="Document">Reference of the paper; the words themselves stay in the file.</param>
internal sealed record RecordStatementRequest(StatementKind Kind, DateOnly ReceivedOn, string Document);

internal static class RecordStatementEndpoint
{
    public static async Task<IResult> Handle(
        Guid id, Body<RecordStatementRequest> body, [AsParameters] Write write, ListingDesk desk, TimeProvider time)
    {
        var fields = new FieldErrors();
        var document = fields.Read("document", FreeText.Parse(body.Value.Document, 200));
        if (fields.Any)
        {
            return Problems.Unprocessable(fields);
        }

        var command = new RecordStatement(body.Value.Kind, body.Value.ReceivedOn, document!, write.By, LegalDate.At(time.GetUtcNow()));
        return await desk.Change(write, body.Bytes, id, listing => RecordStatement.Decide(listing, command));
    }
}
