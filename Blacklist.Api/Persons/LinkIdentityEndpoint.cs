using Blacklist.Api.Audit;
using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Vault;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Persons;

namespace Blacklist.Api.Persons;

/// <param name="Kind">A further document, another name, or a correction of a wrong number.</param>
/// <param name="Name">The name that belongs to it; the listed name when it did not change.</param>
internal sealed record LinkIdentityRequest(
    LinkKind Kind, string Name, string Reason, IReadOnlyList<DocumentRequest>? Documents = null, DateOnly? BirthDate = null, Sex? Sex = null);

internal static class LinkIdentityEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listing) => listing.MapPost("/identities", Handle)
        .Summary("Add a document or a name of the listed person",
            "A new card, a name after a change, an alias, a corrected number: the listing follows the person through all of them. Who it is goes to the vault.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000015")
        .Example("""
            { "kind": "otherName", "name": "张山", "reason": "户籍档案载明曾用名" }
            """)
        .Answers<LinkedIdentity>(StatusCodes.Status201Created)
        .Rejects([.. FreeText.Refusals, .. PersonRequest.Refusals])
        .Refuses(LinkIdentity.Refusals);

    public static async Task<IResult> Handle(
        Guid id, Body<LinkIdentityRequest> body, [AsParameters] Write write, CommandDesk desk, IdentityVault vault)
    {
        var fields = new FieldErrors();
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        var identity = PersonRequest.Read(
            fields, body.Value.Name, body.Value.Documents ?? [], body.Value.BirthDate, body.Value.Sex, write.Today);
        if (body.Value.Kind == LinkKind.SamePerson)
        {
            fields.Add("kind", ProblemKinds.ValueNotAllowed, "furtherDocument, otherName, correctedNumber");
        }

        if (identity is null || fields.Any)
        {
            return Problems.Unprocessable(fields);
        }

        var linked = new PersonId(Guid.CreateVersion7());
        return await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var listing = await attempt.Load(Listing.Stream, id);
            if (!listing.Exists || !write.Caller.Covers(listing.State.Region))
            {
                return Problems.NotFound();
            }

            var person = await attempt.Load(Person.Stream, listing.State.PersonId.Value);
            var command = new LinkIdentity(
                listing.State.PersonId, listing.State.IdentifiedBy, linked, identity.IdentifiedBy(), body.Value.Kind, reason, write.By);
            return attempt.Record(
                person,
                LinkIdentity.Decide(person.State, command),
                (_, version) => Answer.Created($"/api/v1/listings/{id}", new LinkedIdentity(linked.Value, version)),
                vault.Seal(linked, identity));
        });
    }
}

/// <summary>The reference of what was linked.</summary>
[Disclosed(DisclosureTier.CaseFile)]
internal sealed record LinkedIdentity(Guid IdentityId, long Version);
