using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.OrganizationNames;

namespace Blacklist.Api.Eligibility.Organizations;

/// <summary>Is this organization banned? For everybody; organizations only, never a person.</summary>
internal static class SearchBannedOrganizationsEndpoint
{
    private const int MostHits = 20;

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder api) => api.MapGet("/public/v1/banned-organizations", Handle)
        .Summary("Is this organization banned?",
            """
            Finds known organizations by name, with missing parts and characters typed by ear. `isSure` is true only for an equal name; anything else is a
            suggestion. `standing` says what was decided: a lawful body whose registration was revoked is not an illegal organization.
            """)
        .Answers<OrganizationSearchAnswer>(StatusCodes.Status200OK)
        .Rejects([OrganizationName.Empty, OrganizationName.TooLong, OrganizationName.BrokenText]);

    public static IResult Handle(string query, EligibilityIndex index)
    {
        var fields = new FieldErrors();
        return fields.Read("query", OrganizationName.Parse(query)) is { } typed
            ? Answer.Ok(new OrganizationSearchAnswer([.. index.SearchNames(typed, MostHits).Select(hit => OrganizationSearchHit.Of(hit, index.OrganizationId(hit.Organization)))]))
            : Problems.Unprocessable(fields);
    }
}

internal sealed record OrganizationSearchAnswer(IReadOnlyList<OrganizationSearchHit> Hits);

/// <param name="IsSure">The name is equal; otherwise it is a suggestion.</param>
/// <param name="Rank">0 to 100.</param>
internal sealed record OrganizationSearchHit(Guid OrganizationId, string Name, OrganizationStanding Standing, bool IsSure, int Rank)
{
    public static OrganizationSearchHit Of(OrganizationHit hit, Guid id) =>
        new(id, hit.Organization.Name.Original, hit.Organization.Standing, hit.IsSure, hit.Rank);
}
