using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.BannedOrganizations.PublicList;

/// <param name="Reasons">For everybody to read; no names or numbers of persons.</param>
internal sealed record WithdrawPublicationRequest(DateOnly WithdrawnOn, string Reasons);

internal static class WithdrawPublicationEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder organizations) =>
        organizations.MapPost("/{id:guid}/dispositions/{dispositionId:guid}/publication/withdrawal", Handle)
            .Summary("Withdraw a publication",
                "撤回: the decision leaves the public list. Its page there says from now on when and why it was withdrawn, and nothing of what it said before.")
            .PathExample("id", "0b000000-0000-7000-8000-000000000006")
            .PathExample("dispositionId", "0b000000-0000-7000-8000-000000000026")
            .Example("""{ "withdrawnOn": "2026-11-19", "reasons": "原取缔决定经行政复议撤销" }""")
            .Answers<RecordedOrganization>(StatusCodes.Status200OK)
            .Rejects(FreeText.Refusals)
            .Refuses(WithdrawPublication.Refusals);

    public static async Task<IResult> Handle(
        Guid id, Guid dispositionId, Body<WithdrawPublicationRequest> body, [AsParameters] Write write, CommandDesk desk)
    {
        var fields = new FieldErrors();
        var reasons = fields.Text("reasons", body.Value.Reasons, 4000);
        var command = new WithdrawPublication(dispositionId, body.Value.WithdrawnOn, reasons, write.By, write.Today);
        return await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var organization = await attempt.Load(BannedOrganization.Stream, id);
            return organization.Exists && write.Caller.Covers(organization.State.Region)
                ? attempt.Record(
                    organization,
                    WithdrawPublication.Decide(organization.State, command),
                    (_, version) => Answer.Ok(new RecordedOrganization(id, version)))
                : Problems.NotFound();
        });
    }
}
