using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;

namespace Blacklist.Api.CallerNotices;

internal static class GetCallerNoticeEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder notices) => notices.MapGet("/{id:guid}", Handle)
        .Summary("A notice", "How many checks are affected, how many refused or cleared wrongly, until when it is to be acknowledged.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000071")
        .Answers<CallerNoticeRow>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(Guid id, Caller caller, CallerNoticeRows notices, CancellationToken cancellation) =>
        await notices.Find(id, cancellation) is { } notice && caller.MaySee(notice) ? Answer.Ok(notice) : Problems.NotFound();
}
