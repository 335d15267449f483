using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.Appeals.Handling;

internal sealed record RejectAppealRequest(DateOnly RejectedOn, string DocumentNumber, string Reason);

internal static class RejectAppealEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder appeals) => appeals.MapPost("/{id:guid}/rejection", Handle)
        .Summary("Reject an appeal", "不予受理: it will not be decided, with document and reason. Nobody who took part in the listing may do so.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000093")
        .Example("""{ "rejectedOn": "2026-11-18", "documentNumber": "鄂民不受字〔2026〕93号", "reason": "就同一事由已作出处理决定" }""")
        .Answers<AppealAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(RejectAppeal.Refusals);

    public static Task<IResult> Handle(Guid id, Body<RejectAppealRequest> body, [AsParameters] Write write, AppealDesk desk)
    {
        var fields = new FieldErrors();
        var document = fields.Text("documentNumber", body.Value.DocumentNumber, 100);
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        var command = new RejectAppeal(body.Value.RejectedOn, document, reason, write.By, write.Today);
        return desk.Change(write, body.Bytes, fields, id, (appeal, listing) => RejectAppeal.Decide(appeal, listing, command));
    }
}
