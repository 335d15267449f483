using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Letters;

namespace Blacklist.Api.Letters;

internal static class GetAppealRejectionLetterEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder appeals) => appeals.MapGet("/rejection", Handle)
        .Summary("That an appeal is not taken up 不予受理通知书", "Why the appeal is not decided, and how that can be contested.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000089")
        .AnswersPage(Letter.MediaType)
        .Refuses(LetterRefusals.NotDue);

    public static async Task<IResult> Handle(Guid id, Caller caller, CaseFiles cases, AppealLetters letters) =>
        await cases.OfAppeal(id) is not { } appeal || !caller.Covers(appeal.Case.Region) ? Problems.NotFound()
        : letters.Rejection(appeal.Case, appeal.Appeal) ?? (IResult)Problems.Refused(LetterRefusals.NotDue);
}
