using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.Appeals.Handling;

/// <param name="Document">Reference of the paper by which it was taken back.</param>
internal sealed record WithdrawAppealRequest(DateOnly WithdrawnOn, string Document, string Reason);

internal static class WithdrawAppealEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder appeals) => appeals.MapPost("/{id:guid}/withdrawal", Handle)
        .Summary("Take an appeal back", "The person takes it back. The dispute mark goes, and so does a suspension because the authority was late.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000098")
        .Example("""{ "withdrawnOn": "2026-11-20", "document": "撤回申请书〔2026〕98号", "reason": "当事人自愿撤回" }""")
        .Answers<AppealAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(WithdrawAppeal.Refusals);

    public static Task<IResult> Handle(Guid id, Body<WithdrawAppealRequest> body, [AsParameters] Write write, AppealDesk desk)
    {
        var fields = new FieldErrors();
        var document = fields.Text("document", body.Value.Document, 200);
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        var command = new WithdrawAppeal(body.Value.WithdrawnOn, document, reason, write.By, write.Today);
        return desk.Change<AppealWithdrawn>(
            write, body.Bytes, fields, id,
            (appeal, _) => WithdrawAppeal.Decide(appeal, command),
            (_, listing, appeal, fact) => Task.FromResult(AppealConsequences.OnWithdrawn(listing, appeal, fact)));
    }
}
