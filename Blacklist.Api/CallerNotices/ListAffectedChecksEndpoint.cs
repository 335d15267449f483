using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;

namespace Blacklist.Api.CallerNotices;

internal static class ListAffectedChecksEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder notices) => notices.MapGet("/{id:guid}/checks", Handle)
        .Summary("Which checks a notice tells of",
            "For each applicant concerned what was answered, and what is known since: for the check's own day and for the day of the cause.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000071")
        .Answers<Page<AffectedCheckRow>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(
        Guid id, Caller caller, PageRequest<AffectedCheckKey> page, CallerNoticeRows notices, AffectedCheckRows checks, CancellationToken cancellation)
    {
        if (await notices.Find(id, cancellation) is not { } notice || !caller.MaySee(notice))
        {
            return Problems.NotFound();
        }

        var rows = await checks.List(id, page.After?.Key, page.Limit + 1, cancellation);
        return Answer.Ok(page.Of(rows, row => new AffectedCheckKey(row.CheckId, (short)row.ApplicantIndex)));
    }
}
