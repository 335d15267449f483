using Blacklist.Api.Audit;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;

namespace Blacklist.Api.BannedOrganizations.PublicList;

/// <summary>An organization's page of the public list, for everybody; never a person.</summary>
internal static class GetPublicPageEndpoint
{
    public static readonly Refusal Withdrawn = new("publication_withdrawn", "What was published here was withdrawn.");

    private static readonly ProblemKind Gone = new(StatusCodes.Status410Gone, Withdrawn.Code, Withdrawn.Meaning);

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder api) => api.MapGet("/public/v1/banned-organizations/{id:guid}", Handle)
        .Summary("A page of the public list",
            """
            The published decisions on an organization with authority, date and region. Where all that was published is withdrawn, the answer is 410 with the
            day and the reasons and nothing of what was there before; an organization on which nothing was ever published is not found.
            """)
        .PathExample("id", "0b000000-0000-7000-8000-000000000004")
        .Answers<PublicPage>(StatusCodes.Status200OK)
        .Problems(Gone);

    public static async Task<IResult> Handle(Guid id, EventStore log)
    {
        var stream = await log.Load(id);
        var entry = stream.Fold((PublicEntry?)null, PublicEntry.Evolve);
        return entry switch
        {
            null => Problems.NotFound(),
            _ when entry.Published.Any() => Answer.Ok(PublicPage.Of(stream, entry)) with { Cache = Answer.ForEverybody },
            _ when entry.Withdrawals.LastOrDefault() is { } last => new Problem(Gone) { Particulars = [last.WithdrawnOn.ToString("yyyy-MM-dd"), last.Reasons] },
            _ => Problems.NotFound(),
        };
    }
}

/// <param name="UnlawfulKind">Null for a lawful body whose registration was revoked: it is never called illegal.</param>
/// <param name="Region">GB/T 2260 code of the deciding authority's region.</param>
/// <param name="Decisions">Those on the list, the oldest first.</param>
/// <param name="Withdrawals">When and why others left it.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record PublicPage(
    Guid Id,
    string Name,
    IReadOnlyList<string> Aliases,
    UnlawfulKind? UnlawfulKind,
    OrganizationKind? RegisteredAs,
    RegionCode Region,
    IReadOnlyList<PublishedDecision> Decisions,
    IReadOnlyList<Withdrawal> Withdrawals)
{
    public static PublicPage Of(EventStream stream, PublicEntry entry)
    {
        var recorded = stream.Events.Select(envelope => envelope.Data).OfType<BannedOrganizationRecorded>().First();
        return new PublicPage(
            stream.Id, recorded.Name, recorded.Aliases, recorded.UnlawfulKind, recorded.RegisteredAs, entry.Region,
            [.. entry.Published], [.. entry.Withdrawals]);
    }
}
