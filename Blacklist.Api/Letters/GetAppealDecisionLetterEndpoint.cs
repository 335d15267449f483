using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Letters;

namespace Blacklist.Api.Letters;

internal static class GetAppealDecisionLetterEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder appeals) => appeals.MapGet("/decision", Handle)
        .Summary("The decision on an appeal 申诉处理决定书", "What the appeal came to, why, and what becomes of the listing.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000088")
        .AnswersPage(Letter.MediaType)
        .Refuses(LetterRefusals.NotDue);

    public static async Task<IResult> Handle(Guid id, Caller caller, CaseFiles cases, AppealLetters letters) =>
        await cases.OfAppeal(id) is not { } appeal || !caller.Covers(appeal.Case.Region) ? Problems.NotFound()
        : letters.Decision(appeal.Case, appeal.Appeal) ?? (IResult)Problems.Refused(LetterRefusals.NotDue);
}
