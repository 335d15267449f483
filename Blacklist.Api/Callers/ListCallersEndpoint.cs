using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Callers;

internal static class ListCallersEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder callers) => callers.MapGet("/", Handle)
        .Summary("Who calls, how much, and who is paused",
            """
            Callers of the reader's regions by name, a page at a time. `unusual` compares today with the caller's own past: more than three times the median of
            its working days of the last four weeks, and at least 50.
            """)
        .Answers<Page<CallerRow>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(
        Caller reader, PageRequest<string> page, CallerRows callers, TimeProvider time, CancellationToken cancellation, bool? paused = null) =>
        Answer.Ok(page.Of(
            await callers.List(reader.Regions, LegalDate.At(time.GetUtcNow()), paused, page.After?.Key ?? "", page.Limit + 1, cancellation), row => row.Caller));
}
