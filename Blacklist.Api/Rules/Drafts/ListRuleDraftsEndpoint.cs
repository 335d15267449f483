using Blacklist.Api.Audit;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Rules.Drafts;

internal static class ListRuleDraftsEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder drafts) => drafts.MapGet("/", Handle)
        .Summary("Drafts that wait for a second person", "Each with the row that stands now, if there is one. Drafts by `reference-data` are rows that an update of the program changed.")
        .Answers<IReadOnlyList<RuleDraftAnswer>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(EventStore log)
    {
        var stream = await log.Load(RuleCatalogue.StreamId);
        var catalogue = stream.Fold(RuleCatalogue.Initial, RuleCatalogue.Evolve);
        IReadOnlyList<RuleDraftAnswer> open =
            [.. catalogue.Drafts.Where(draft => draft.Status == RuleDraftStatus.Open).Select(draft => RuleDraftAnswer.Of(draft, catalogue))];
        return Answer.Ok(open) with { Version = stream.Version };
    }
}

/// <summary>A row that somebody wants in the catalogue.</summary>
/// <param name="By">Who drafted it; somebody else adopts it.</param>
/// <param name="Stands">The rule of the same id as the catalogue has it now; null when it has none.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record RuleDraftAnswer(Guid Id, RuleDraftStatus Status, string By, string Reason, Rule Rule, Rule? Stands)
{
    public static RuleDraftAnswer Of(RuleDraft draft, RuleCatalogue catalogue) =>
        new(draft.Id, draft.Status, draft.By.Value, draft.Reason, draft.Rule, catalogue.Find(draft.Rule.Id));
}
