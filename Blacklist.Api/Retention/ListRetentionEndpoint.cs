using Blacklist.Api.Audit;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Retention;

/// <summary>What is kept for one purpose.</summary>
/// <param name="Source">What sets the period.</param>
/// <param name="IsConfirmed">Nothing is dropped before somebody has confirmed the period.</param>
/// <param name="Kept">The first days of the months that are kept.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record RetentionAnswer(
    string Purpose, string Title, string Period, string Source, bool IsConfirmed, IReadOnlyList<DateOnly> Kept, IReadOnlyList<DroppedMonth> Dropped);

internal static class ListRetentionEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder api) => api.MapGet("/api/v1/retention", Handle)
        .Summary("What is kept, for how long, and what was forgotten",
            "By purpose, from `schema/reference/retention.json`. Whole months are forgotten, and only under a period that somebody has confirmed. Receipts of dropped checks still verify.")
        .Answers<IReadOnlyList<RetentionAnswer>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(IEnumerable<KeptMonths> kept, RetentionSchedule schedule, CancellationToken cancellation)
    {
        var answer = new List<RetentionAnswer>();
        foreach (var months in kept)
        {
            var period = schedule.Periods[months.Purpose];
            answer.Add(new RetentionAnswer(
                months.Purpose, period.Title, period.Period.ToString(), period.Source, period.IsConfirmed, await months.Months(), await months.Dropped(cancellation)));
        }

        return Answer.Ok<IReadOnlyList<RetentionAnswer>>(answer);
    }
}
