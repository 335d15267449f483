using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Eligibility.Retention;

internal static class ListDroppedCheckMonthsEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder api) => api.MapGet("/api/v1/system/dropped-check-months", Handle)
        .Summary("Months of checks that are no longer kept", "What the retention job dropped: how many checks of which month, when, and under which period. Receipts of dropped checks still verify.")
        .Answers<IReadOnlyList<DroppedCheckMonth>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(CheckMonthsRecord months, CancellationToken cancellation) => Answer.Ok(await months.Dropped(cancellation));
}
