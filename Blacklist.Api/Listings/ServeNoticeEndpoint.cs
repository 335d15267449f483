using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Listings;

/// <param name="Proof">Reference of the proof of service.</param>
internal sealed record ServeNoticeRequest(DateOnly ServedOn, ServiceMethod Method, string Proof);

internal static class ServeNoticeEndpoint
{
    public static async Task<IResult> Handle(
        Guid id, Body<ServeNoticeRequest> body, [AsParameters] Write write, ListingDesk desk, ProcedureTerms terms, TimeProvider time)
    {
        var fields = new FieldErrors();
        var proof = fields.Read("proof", FreeText.Parse(body.Value.Proof, 200));
        var period = fields.Read("servedOn", terms.StatementPeriod(body.Value.ServedOn));
        if (fields.Any)
        {
            return Problems.Unprocessable(fields);
        }

        var command = new ServeNotice(
            body.Value.ServedOn, body.Value.Method, proof!, period!.Due, period.CalendarVersion, write.By, LegalDate.At(time.GetUtcNow()));
        return await desk.Change(write, body.Bytes, id, listing => ServeNotice.Decide(listing, command));
    }
}
