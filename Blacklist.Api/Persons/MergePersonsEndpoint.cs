using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Persons;

namespace Blacklist.Api.Persons;

/// <param name="ListingId">The other listing whose person is the same.</param>
internal sealed record MergePersonsRequest(Guid ListingId, string Reason);

internal static class MergePersonsEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listing) => listing.MapPost("/same-person", Handle)
        .Summary("Two listings mean one person", "Both listings follow all documents and names of both. Removing the identity splits them again; nothing is lost.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000014")
        .Example("""{ "listingId": "0b000000-0000-7000-8000-000000000015", "reason": "两案卷宗照片与户籍信息一致" }""")
        .Answers<LinkedIdentity>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(LinkIdentity.Refusals);

    public static async Task<IResult> Handle(Guid id, Body<MergePersonsRequest> body, [AsParameters] Write write, CommandDesk desk)
    {
        var fields = new FieldErrors();
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        return await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var listing = await attempt.Load(Listing.Stream, id);
            var other = await attempt.Load(Listing.Stream, body.Value.ListingId);
            if (!listing.Exists || !other.Exists || !write.Caller.Covers(listing.State.Region) || !write.Caller.Covers(other.State.Region))
            {
                return Problems.NotFound();
            }

            var person = await attempt.Load(Person.Stream, listing.State.PersonId.Value);
            var otherPerson = await attempt.Load(Person.Stream, other.State.PersonId.Value);
            var command = new LinkIdentity(
                listing.State.PersonId, listing.State.IdentifiedBy, other.State.PersonId, other.State.IdentifiedBy, LinkKind.SamePerson, reason, write.By)
            {
                OtherIsErased = otherPerson.State.IsErased,
            };
            return attempt.Record(
                person,
                LinkIdentity.Decide(person.State, command),
                (_, version) => Answer.Ok(new LinkedIdentity(other.State.PersonId.Value, version)),
                restsOn: otherPerson.Unmoved);
        });
    }
}
