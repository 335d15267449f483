using Blacklist.Api.Audit;
using Blacklist.Api.Audit.Reading;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Lookups;

/// <summary>A person, by one of the listings or by a document: never in an address.</summary>
internal sealed record TracedPerson(Guid? ListingId = null, DocumentRequest? Document = null)
{
    public static readonly Refusal OneWay = new("person_given_one_way", "Give either a listing or a document of the person.");

    public IdentityDocument? Read(FieldErrors fields, DateOnly today)
    {
        if (ListingId is null == Document is null)
        {
            fields.Add("listingId", OneWay);
        }

        return Document is { } given ? fields.At("document").Read("number", IdentityDocument.Parse(given.Type, given.Number, given.IssuingCountry, today)) : null;
    }
}

internal static class TracePersonEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder audit) => audit.MapPost("/persons", Handle)
        .Summary("Who looked up this person",
            """
            Which checks asked about the person, and who saw one of those checks, a listing or an appeal of the person; newest first, a page at a time. The person is
            given by a listing or by a document; all documents and names that are linked to it count.
            """)
        .Example("""
            { "document": { "type": "residentId", "number": "70000019851231003X" } }
            """)
        .Answers<Page<AuditRow>>(StatusCodes.Status200OK)
        .Rejects([TracedPerson.OneWay, .. PersonRequest.Refusals]);

    public static async Task<IResult> Handle(
        Body<TracedPerson> body, Caller reader, PageRequest<Guid> page, PersonTrail trail, AuditNote note, TimeProvider time, CancellationToken cancellation)
    {
        var fields = new FieldErrors();
        var document = body.Value.Read(fields, LegalDate.At(time.GetUtcNow()));
        if (fields.Any)
        {
            return Problems.Unprocessable(fields);
        }

        var person = await trail.Find(body.Value.ListingId, document is null ? [] : [document], cancellation);
        var rows = page.Of(await trail.Read(person, new AuditQuery(reader.Regions), page.After?.Key, page.Limit + 1, cancellation), row => row.Id);
        var answer = Answer.Ok(rows);
        note.About(rows.Items.Count, person.Files);
        return answer;
    }
}
