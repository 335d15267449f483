using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Deadlines;

namespace Blacklist.Api.Deadlines;

internal static class ListDeadlinesEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder deadlines) => deadlines.MapGet("/", Handle)
        .Summary("Deadlines of the caller's regions", "By day, a page at a time; narrowed by kind, by where they stand, and to those before a day.")
        .Answers<Page<DeadlineRow>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(
        Caller caller, PageRequest<DeadlineKey> page, DeadlineRows deadlines, CancellationToken cancellation,
        Word<DeadlineKind>? kind = null, Word<DeadlineState>? state = null, DateOnly? dueBefore = null)
    {
        var rows = await deadlines.List(caller.Regions, kind?.Value, state?.Value, dueBefore, page.After?.Key, page.Limit + 1, cancellation);
        return Answer.Ok(page.Of(rows, row => new DeadlineKey(row.Due, row.Id)));
    }
}
