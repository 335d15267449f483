using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Persons;

namespace Blacklist.Api.Persons;

internal sealed record UnlinkIdentityRequest(string Reason);

internal static class UnlinkIdentityEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listing) => listing.MapPost("/identities/{identityId:guid}/removal", Handle)
        .Summary("Take a document, a name or another entry away from the listed person",
            """
            The link was wrong; both sides are again what they were. Two entries that were joined are split from either of them, by somebody whose regions cover
            all listings of the person.
            """)
        .PathExample("id", "0b000000-0000-7000-8000-000000000015")
        .PathExample("identityId", "0b000000-0000-7000-8000-000000000041")
        .Example("""{ "reason": "经核对为他人证件" }""")
        .Answers<LinkedIdentity>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses([.. UnlinkIdentity.Refusals, TouchedListings.Elsewhere]);

    public static async Task<IResult> Handle(
        Guid id, Guid identityId, Body<UnlinkIdentityRequest> body, [AsParameters] Write write, CommandDesk desk, PersonGroupRows groups)
    {
        var fields = new FieldErrors();
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        return await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var listing = await attempt.Load(Listing.Stream, id);
            if (!listing.Exists || !write.Caller.Covers(listing.State.Region))
            {
                return Problems.NotFound();
            }

            var command = new UnlinkIdentity(listing.State.PersonId, new PersonId(identityId), reason, write.By);
            var (person, other) = (await attempt.Load(Person.Stream, command.PersonId.Value), await attempt.Load(Person.Stream, identityId));
            var isEntry = other.State.Links.ContainsKey(command.PersonId) || (person.State.Links.TryGetValue(command.IdentityId, out var kind) && kind == LinkKind.SamePerson);
            if (isEntry && !write.Caller.CoversAll(await attempt.Load(await groups.Of(command.PersonId))))
            {
                return Problems.Refused(TouchedListings.Elsewhere);
            }

            return attempt.Record(
                person,
                UnlinkIdentity.Decide(person.State, command),
                (_, version) => Answer.Ok(new LinkedIdentity(identityId, version)),
                restsOn: UnlinkIdentity.Decide(other.State, command.FromTheOtherSide) is Outcome.Recorded { Events: [_, ..] there } ? [other.Append(there)] : []);
        });
    }
}
