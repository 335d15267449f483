using Blacklist.Api.BannedOrganizations.PublicList;
using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.BannedOrganizations;

internal sealed record AnnulDispositionRequest(string DocumentNumber, DateOnly AnnulledOn, string Reason);

internal static class AnnulDispositionEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder organizations) => organizations.MapPost("/{id:guid}/dispositions/{dispositionId:guid}/annulment", Handle)
        .Summary("Record that a decision was annulled", "On reconsideration, by a court or by the authority itself. Listings that rest on it no longer restrict; where it is public, its withdrawal has a deadline from now on.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000003")
        .PathExample("dispositionId", "0b000000-0000-7000-8000-000000000023")
        .Example("""{ "documentNumber": "鄂行复〔2026〕3号", "annulledOn": "2026-11-18", "reason": "行政复议决定撤销" }""")
        .Answers<RecordedOrganization>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(AnnulDisposition.Refusals);

    public static async Task<IResult> Handle(
        Guid id, Guid dispositionId, Body<AnnulDispositionRequest> body, [AsParameters] Write write, CommandDesk desk, WithdrawalTerms terms)
    {
        var fields = new FieldErrors();
        var document = fields.Text("documentNumber", body.Value.DocumentNumber, 100);
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        var command = new AnnulDisposition(
            dispositionId, document, body.Value.AnnulledOn, reason, await terms.WithdrawBy(body.Value.AnnulledOn), write.By, write.Today);
        return await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var organization = await attempt.Load(BannedOrganization.Stream, id);
            return organization.Exists && write.Caller.Covers(organization.State.Region)
                ? attempt.Record(
                    organization,
                    AnnulDisposition.Decide(organization.State, command),
                    (_, version) => Answer.Ok(new RecordedOrganization(id, version)))
                : Problems.NotFound();
        });
    }
}
