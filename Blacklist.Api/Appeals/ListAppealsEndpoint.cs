using Blacklist.Api.Audit;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Reference;
using Blacklist.Api.Security;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Appeals;

internal static class ListAppealsEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder appeals) => appeals.MapGet("/", Handle)
        .Summary("The board of appeals",
            "Those of the caller's regions by the day on which they are due, overdue ones first, those that are over last; narrowed by region, kind, status, listing or to whom they are assigned.")
        .Answers<Page<AppealOnBoard>>(StatusCodes.Status200OK)
        .Rejects(RegionCode.Format);

    public static async Task<IResult> Handle(
        Caller caller, PageRequest<BoardPlace> page, AppealRows appeals, Calendars calendars, Procedure procedure, TimeProvider time, CancellationToken cancellation,
        string? region = null, Word<AppealKind>? kind = null, Word<AppealStatus>? status = null, string? assignedTo = null, Guid? listingId = null)
    {
        var fields = new FieldErrors();
        var within = fields.ReadOptional("region", region, RegionCode.Parse);
        if (fields.Any)
        {
            return Problems.Unprocessable(fields);
        }

        var terms = await AppealTerms.Now(calendars, procedure);
        var today = LegalDate.At(time.GetUtcNow());
        var rows = await appeals.List(
            caller.Regions, new AppealFilter(within, kind?.Value, status?.Value, assignedTo, listingId), page.After?.Key, page.Limit + 1, cancellation);
        var board = rows.Select(row => new AppealOnBoard(row, row.Due < today, row.Due is { } due ? terms.WorkingDaysLeft(today, due) : null)).ToList();
        return Answer.Ok(page.Of(board, one => one.Appeal.Place));
    }
}

/// <param name="WorkingDaysLeft">After today until the day on which it is due, that day counted; below zero when it is past.</param>
[Disclosed(DisclosureTier.CaseFile)]
internal sealed record AppealOnBoard(AppealRow Appeal, bool Overdue, int? WorkingDaysLeft);
