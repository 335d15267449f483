using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;

namespace Blacklist.Api.CallerNotices;

internal static class ListCallerNoticesEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder notices) => notices.MapGet("/", Handle)
        .Summary("What has changed in answers given before",
            "The caller's own notices in the order of their causes; an auditor sees those of every caller in the regions.")
        .Answers<Page<CallerNoticeRow>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(
        Caller caller, PageRequest<CallerNoticeKey> page, CallerNoticeRows notices, CancellationToken cancellation, bool? acknowledged = null)
    {
        var whose = caller.May(Permission.ReadAudit) ? null : caller.Subject;
        var rows = await notices.List(whose, caller.Regions, acknowledged, page.After?.Key, page.Limit + 1, cancellation);
        return Answer.Ok(page.Of(rows, row => new CallerNoticeKey(row.CausePosition, row.Id)));
    }
}
