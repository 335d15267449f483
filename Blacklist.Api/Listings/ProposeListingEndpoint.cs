using Blacklist.Api.Audit;
using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Listings;

/// <param name="Facts">What the proposal rests on beyond the decision; no names or numbers of persons.</param>
/// <param name="Grounds">Why that makes the person responsible.</param>
/// <param name="Evidence">By reference: the papers stay in the file.</param>
/// <param name="IntendedRules">Ids of the rules under which the person is to be restricted; told to the person in the notice.</param>
internal sealed record ProposeListingRequest(
    Guid BannedOrganizationId,
    Guid ResponsiblePersonId,
    string? Facts = null,
    string? Grounds = null,
    IReadOnlyList<EvidenceRequest>? Evidence = null,
    IReadOnlyList<string>? IntendedRules = null);

/// <param name="Title">What it is, such as the minutes of an inspection.</param>
/// <param name="Reference">Where it lies: number of the file or the page.</param>
/// <param name="Sha256">Digest of the scanned paper in lower-case hexadecimal digits.</param>
internal sealed record EvidenceRequest(string Title, string Reference, string? Sha256 = null)
{
    public Evidence? Read(FieldErrors fields) =>
        fields.Read("sha256", Evidence.Of(fields.Text("title", Title, 200), fields.Text("reference", Reference, 200), Sha256));
}

internal static class ProposeListingEndpoint
{
    private const int MostEvidence = 50;
    private const int MostRules = 20;

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapPost("/", Handle)
        .Summary("Propose a listing",
            """
            A case officer proposes to list a responsible person whom a ban or a revocation names, with facts, grounds, references to the evidence and the
            rules under which the person is to be restricted. Nothing is restricted yet. Facts and grounds are told in the notice: what is left out here is given there.
            """)
        .Example("""
            { "bannedOrganizationId": "0b000000-0000-7000-8000-000000000001", "responsiblePersonId": "0b000000-0000-7000-8000-000000000011",
              "facts": "决定书载明其为负责人，主持该组织的活动", "grounds": "系被取缔组织的直接责任人",
              "evidence": [ { "title": "现场检查笔录", "reference": "卷一第12页" } ], "intendedRules": [ "charity-law-16-3" ] }
            """)
        .Answers<ListingProposal>(StatusCodes.Status201Created)
        .Rejects([.. FreeText.Refusals, Evidence.DigestFormat])
        .Refuses(ProposeListing.Refusals);

    public static async Task<IResult> Handle(
        Body<ProposeListingRequest> body, [AsParameters] Write write, CommandDesk desk, ListingNumbers numbers)
    {
        var fields = new FieldErrors();
        var read = Read(body.Value, write, fields);
        return await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var organization = await attempt.Load(BannedOrganization.Stream, body.Value.BannedOrganizationId);
            if (!organization.Exists || !write.Caller.Covers(organization.State.Region))
            {
                return Problems.NotFound();
            }

            var rules = await attempt.Load(RuleCatalogue.Stream, RuleCatalogue.StreamId);
            var person = organization.State.ResponsiblePersons.TryGetValue(body.Value.ResponsiblePersonId, out var named)
                ? await attempt.Load(Person.Stream, named.PersonId.Value) : null;
            var listing = await attempt.Load(Listing.Stream, ProposeListing.ListingOf(body.Value.ResponsiblePersonId).Value);
            var command = read with
            {
                Number = write.IsRehearsal ? "" : await numbers.Next(organization.State.Region, write.Today.Year),
                PersonIsErased = person?.State.IsErased is true,
            };
            return attempt.Record(
                listing,
                ProposeListing.Decide(listing.State, organization.State, rules.State, command),
                (state, version) => Answer.Created($"/api/v1/listings/{state.Id.Value}", new ListingProposal(state.Id.Value, state.Number, state.Status, version)),
                restsOn: person is null ? [organization.Unmoved] : [organization.Unmoved, person.Unmoved]);
        });
    }

    private static ProposeListing Read(ProposeListingRequest request, Write write, FieldErrors fields)
    {
        var (evidence, rules) = (request.Evidence ?? [], request.IntendedRules ?? []);
        fields.Count("evidence", evidence, 0, MostEvidence);
        fields.Count("intendedRules", rules, 0, MostRules);
        return new ProposeListing(
            Number: "",
            request.ResponsiblePersonId,
            fields.OptionalText("facts", request.Facts, 4000),
            fields.OptionalText("grounds", request.Grounds, 4000),
            fields.Each("evidence", evidence, (at, given) => given.Read(at)),
            [.. fields.Each("intendedRules", rules, (at, rule) => at.Read("", FreeText.Parse(rule, 100))).Distinct(StringComparer.Ordinal)],
            write.By);
    }
}

/// <summary>The listing that was proposed.</summary>
[Disclosed(DisclosureTier.CaseFile)]
internal sealed record ListingProposal(Guid Id, string Number, ListingStatus Status, long Version);
