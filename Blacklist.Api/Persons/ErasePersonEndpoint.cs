using Blacklist.Api.Audit;
using Blacklist.Api.Commands;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Vault;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Persons;

namespace Blacklist.Api.Persons;

internal sealed record ErasePersonRequest(string Reason);

/// <param name="Identities">How many of the vault were this person.</param>
[Disclosed(DisclosureTier.CaseFile)]
internal sealed record ErasedPerson(Guid ListingId, int Identities);

internal static class ErasePersonEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listing) => listing.MapPost("/erasure", Handle)
        .Summary("Erase the person of a listing that is over",
            """
            Destroys the key under which the person is kept, and with it name, numbers and statements, also those of every linked identity and of an applicant with the same document.
            There is no way back. The facts stay. `GET` at the same address proves it, now and later. Once more changes nothing.
            Where listings of other regions are the same person's, an approver whose regions cover all of them erases; one of the whole country always can.
            """)
        .Example("""{ "reason": "保存期限届满，依本人申请删除个人信息" }""")
        .Answers<ErasedPerson>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses([.. ErasePerson.Refusals, TouchedListings.Elsewhere]);

    public static async Task<IResult> Handle(Guid id, Body<ErasePersonRequest> body, [AsParameters] Write write, CommandDesk desk, PersonGroupRows groups)
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

            var person = await attempt.Load(Person.Stream, listing.State.PersonId.Value);
            var group = await groups.Of(listing.State.PersonId);
            var listings = await attempt.Load(group);
            if (!person.State.IsErased && !write.Caller.CoversAll(listings))
            {
                return Problems.Refused(TouchedListings.Elsewhere);
            }

            var command = new ErasePerson(listing.State.PersonId, group.Besides(listing.State.PersonId), [.. listings.Select(one => one.State.Status)], reason, write.By);
            var others = new List<StreamAppend>();
            foreach (var other in listings.Select(one => one.State.PersonId).Intersect(command.Identities))
            {
                others.AddRange(Told(await attempt.Load(Person.Stream, other.Value), command with { PersonId = other, Identities = group.Besides(other) }));
            }

            return attempt.Record(
                person,
                ErasePerson.Decide(person.State, command),
                (state, _) => Answer.Ok(new ErasedPerson(id, 1 + state.ErasedWith.Count)),
                [.. PersonGroupRows.StillWhole(group), .. command.Identities.Prepend(command.PersonId).SelectMany(IdentityVault.Erasure)],
                [.. listings.Select(one => one.Unmoved), .. others]);
        });
    }

    /// <summary>Whoever has a listing has a stream that says it: nothing new is recorded there either.</summary>
    private static IEnumerable<StreamAppend> Told(Loaded<Person> other, ErasePerson command) =>
        ErasePerson.Decide(other.State, command) is Outcome.Recorded { Events: [_, ..] facts } ? [other.Append(facts)] : [];
}
