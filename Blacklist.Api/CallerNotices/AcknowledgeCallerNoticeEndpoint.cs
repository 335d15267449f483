using Blacklist.Api.Audit;
using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.CallerNotices;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.CallerNotices;

/// <param name="Remark">What the caller does about it; no names or numbers of persons.</param>
internal sealed record AcknowledgeCallerNoticeRequest(string? Remark = null);

internal static class AcknowledgeCallerNoticeEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder notices) => notices.MapPost("/{id:guid}/acknowledgement", Handle)
        .Summary("Acknowledge a notice", "The caller whom it is for has seen which answers have changed.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000071")
        .Example("""{ "remark": "已通知经办窗口复核" }""")
        .Answers<CallerNoticeAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(AcknowledgeCallerNotice.Refusals);

    public static async Task<IResult> Handle(
        Guid id, Body<AcknowledgeCallerNoticeRequest> body, [AsParameters] Write write, CommandDesk desk, CallerNoticeRows notices, CancellationToken cancellation)
    {
        if (await notices.Find(id, cancellation) is not { } known || !write.Caller.MaySee(known))
        {
            return Problems.NotFound();
        }

        var fields = new FieldErrors();
        var remark = fields.OptionalText("remark", body.Value.Remark, 4000);
        return await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var notice = await attempt.Load(CallerNotice.Stream, id);
            return attempt.Record(notice, AcknowledgeCallerNotice.Decide(notice.State, new AcknowledgeCallerNotice(remark, write.By)), CallerNoticeAnswer.Of);
        });
    }
}

/// <summary>A notice after a command.</summary>
[Disclosed(DisclosureTier.Verdict)]
internal sealed record CallerNoticeAnswer(Guid Id, CallerNoticeStatus Status, long Version)
{
    public static Answer Of(CallerNotice notice, long version) => Answer.Ok(new CallerNoticeAnswer(notice.Id.Value, notice.Status, version));
}
