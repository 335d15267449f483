using Blacklist.Api.Audit;
using Blacklist.Api.Commands;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Persons;

namespace Blacklist.Api.Persons;

/// <param name="Purpose">What the number is needed for.</param>
/// <param name="Reason">Why it cannot be done without; whoever reads the file can read it.</param>
internal sealed record UnmaskIdentityRequest(UnmaskingPurpose Purpose, string Reason);

internal static class UnmaskIdentityEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listing) => listing.MapPost("/unmasking", Handle)
        .Summary("Show the document numbers of the listed person",
            """
            The only way by which a number comes out. That it did, to whom and why, is a fact of the log and an entry of the audit before the answer leaves; the number itself
            is in neither. People show their second factor again. The same request under the same key shows them again, and leaves another entry.
            """)
        .PathExample("id", "0b000000-0000-7000-8000-000000000015")
        .Example("""{ "purpose": "service", "reason": "向公安机关核实户籍地址以送达决定书" }""")
        .Answers<UnmaskedIdentity>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(UnmaskIdentity.Refusals);

    public static async Task<IResult> Handle(
        Guid id, Body<UnmaskIdentityRequest> body, [AsParameters] Write write, EventStore log, CommandDesk desk, WholePersons persons, AuditNote note)
    {
        var fields = new FieldErrors();
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        var listing = (await log.Load(id)).Fold(Listing.Initial, Listing.Evolve);
        if (listing.Status == ListingStatus.None || !write.Caller.Covers(listing.Region)) // also where the request is answered again
        {
            return Problems.NotFound();
        }

        var result = await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var person = await attempt.Load(Person.Stream, listing.PersonId.Value);
            var isOnFile = await persons.Open(listing.PersonId, person.State) is { Documents.Count: > 0 };
            var command = new UnmaskIdentity(listing.PersonId, listing.Id, isOnFile, body.Value.Purpose, reason, write.By, write.Today);
            return attempt.Record(person, UnmaskIdentity.Decide(person.State, command), (_, version) => Answer.Ok(new RecordedUnmasking(version)));
        });
        return result is Answer recorded && !write.IsRehearsal ? await Show(recorded, listing.PersonId, persons, body.Value.Purpose, note) : result;
    }

    /// <summary>What is kept under the caller's key holds no number; they are opened anew for each answer.</summary>
    private static async Task<IResult> Show(Answer recorded, PersonId person, WholePersons persons, UnmaskingPurpose purpose, AuditNote note)
    {
        if (await persons.Open(person) is not { } opened)
        {
            return Problems.Refused(UnmaskIdentity.NoNumber);
        }

        note.Unmasks();
        note.For(EnumWords.Of(purpose));
        note.About(opened.Documents.Count, person.Value);
        return Answer.Ok(UnmaskedIdentity.Of(opened)) with { Version = recorded.Version };
    }
}

/// <summary>What is kept of an unmasking to answer it again.</summary>
internal sealed record RecordedUnmasking(long Version);

/// <summary>Who the person is, whole.</summary>
[Disclosed(DisclosureTier.Identity)]
internal sealed record UnmaskedIdentity(string Name, IReadOnlyList<string> OtherNames, IReadOnlyList<UnmaskedDocument> Documents)
{
    public static UnmaskedIdentity Of(PersonIdentity identity) => new(
        identity.Name.Original, [.. identity.OtherNames.Select(name => name.Original)],
        [.. identity.Documents.Select(document => new UnmaskedDocument(document.Type, document.Number, document.IssuingCountry))]);
}

/// <param name="IssuingCountry">ISO 3166-1 alpha-3, of passports.</param>
internal sealed record UnmaskedDocument(DocumentType Type, string Number, string? IssuingCountry);
