using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.BannedOrganizations.PublicList;

/// <param name="DocumentNumber">Of the change.</param>
internal sealed record DemandWithdrawalRequest(string DocumentNumber, DateOnly ChangedOn, string Reason);

internal static class DemandWithdrawalEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder organizations) =>
        organizations.MapPost("/{id:guid}/dispositions/{dispositionId:guid}/publication/withdrawal-demand", Handle)
            .Summary("Say that a published decision was changed",
                """
                变更: what is public no longer says what the decision says, so it must leave the public list within the term of the procedure (行政处罚法
                (2021 修订) 第四十八条第二款). An annulment says so by itself. The changed decision can be published again after the withdrawal.
                """)
            .PathExample("id", "0b000000-0000-7000-8000-000000000005")
            .PathExample("dispositionId", "0b000000-0000-7000-8000-000000000025")
            .Example("""{ "documentNumber": "鄂民变字〔2026〕1号", "changedOn": "2026-11-18", "reason": "决定书所载组织名称有误" }""")
            .Answers<RecordedOrganization>(StatusCodes.Status200OK)
            .Rejects(FreeText.Refusals)
            .Refuses(DemandWithdrawal.Refusals);

    public static async Task<IResult> Handle(
        Guid id, Guid dispositionId, Body<DemandWithdrawalRequest> body, [AsParameters] Write write, CommandDesk desk, WithdrawalTerms terms)
    {
        var fields = new FieldErrors();
        var document = fields.Text("documentNumber", body.Value.DocumentNumber, 100);
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        var command = new DemandWithdrawal(
            dispositionId, document, body.Value.ChangedOn, reason, await terms.WithdrawBy(body.Value.ChangedOn), write.By, write.Today);
        return await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var organization = await attempt.Load(BannedOrganization.Stream, id);
            return organization.Exists && write.Caller.Covers(organization.State.Region)
                ? attempt.Record(
                    organization,
                    DemandWithdrawal.Decide(organization.State, command),
                    (_, version) => Answer.Ok(new RecordedOrganization(id, version)))
                : Problems.NotFound();
        });
    }
}
