using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.Appeals.Handling;

/// <param name="Attended">False when the person stayed away.</param>
/// <param name="Record">Reference of the hearing record 听证笔录.</param>
internal sealed record RecordHearingRequest(DateOnly HeldOn, bool Attended, string Record);

internal static class RecordHearingEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder appeals) => appeals.MapPost("/{id:guid}/hearing/record", Handle)
        .Summary("Record a hearing", "That it took place on the day announced, or that the person stayed away. What was said stays in the file.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000096")
        .Example("""{ "heldOn": "2026-11-19", "attended": true, "record": "听证笔录〔2026〕96号" }""")
        .Answers<AppealAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(RecordHearing.Refusals);

    public static Task<IResult> Handle(Guid id, Body<RecordHearingRequest> body, [AsParameters] Write write, AppealDesk desk)
    {
        var fields = new FieldErrors();
        var record = fields.Text("record", body.Value.Record, 200);
        var command = new RecordHearing(body.Value.HeldOn, body.Value.Attended, record, write.By, write.Today);
        return desk.Change(write, body.Bytes, fields, id, (appeal, _) => RecordHearing.Decide(appeal, command));
    }
}
