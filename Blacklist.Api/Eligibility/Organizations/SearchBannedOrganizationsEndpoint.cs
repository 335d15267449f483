using Blacklist.Api.Audit;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Eligibility.Organizations;

/// <summary>Is this organization banned? For everybody; published decisions on organizations only, never a person.</summary>
internal static class SearchBannedOrganizationsEndpoint
{
    private const int MostHits = 20;

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder api) => api.MapGet("/public/v1/banned-organizations", Handle)
        .Summary("Is this organization banned?",
            """
            Finds organizations on the public list by name, with missing parts and characters typed by ear. `isSure` is true only for an equal name; anything
            else is a suggestion. `standing` says what was decided: a lawful body whose registration was revoked is not an illegal organization.
            """)
        .Answers<OrganizationSearchAnswer>(StatusCodes.Status200OK)
        .Rejects([OrganizationName.Empty, OrganizationName.TooLong, OrganizationName.BrokenText]);

    public static IResult Handle(string query, EligibilityIndex index)
    {
        var fields = new FieldErrors();
        return fields.Read("query", OrganizationName.Parse(query)) is { } typed
            ? Answer.Ok(new OrganizationSearchAnswer([.. index.SearchPublicList(typed, MostHits).Select(OrganizationSearchHit.Of)])) with { Cache = Answer.ForEverybody }
            : Problems.Unprocessable(fields);
    }
}

[Disclosed(DisclosureTier.Nothing)]
internal sealed record OrganizationSearchAnswer(IReadOnlyList<OrganizationSearchHit> Hits);

/// <param name="OrganizationId">Its page is /public/v1/banned-organizations/{organizationId}.</param>
/// <param name="IsSure">The name is equal; otherwise it is a suggestion.</param>
/// <param name="Rank">0 to 100.</param>
/// <param name="Region">GB/T 2260 code of the deciding authority's region.</param>
/// <param name="Decisions">Those that are on the public list.</param>
internal sealed record OrganizationSearchHit(
    Guid OrganizationId, string Name, OrganizationStanding Standing, bool IsSure, int Rank, RegionCode Region, IReadOnlyList<PublishedDecision> Decisions)
{
    public static OrganizationSearchHit Of(PublicHit found) => new(
        found.Id, found.Hit.Organization.Name.Original, found.Hit.Organization.Standing, found.Hit.IsSure, found.Hit.Rank, found.Entry.Region,
        [.. found.Entry.Published]);
}
