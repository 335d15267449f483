using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.BannedOrganizations.PublicList;

/// <param name="DocumentNumber">Number of the announcement 公告.</param>
internal sealed record PublishDispositionRequest(string DocumentNumber, DateOnly PublishedOn);

internal static class PublishDispositionEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder organizations) => organizations.MapPost("/{id:guid}/dispositions/{dispositionId:guid}/publication", Handle)
        .Summary("Publish a decision",
            "公开: a ban or a revocation comes on the public list of banned organizations. The list names the organization, the decision, its authority, date and region, and never a person.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000001")
        .PathExample("dispositionId", "0b000000-0000-7000-8000-000000000021")
        .Example("""{ "documentNumber": "鄂民告〔2026〕2号", "publishedOn": "2026-11-16" }""")
        .Answers<RecordedOrganization>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(PublishDisposition.Refusals);

    public static async Task<IResult> Handle(
        Guid id, Guid dispositionId, Body<PublishDispositionRequest> body, [AsParameters] Write write, CommandDesk desk)
    {
        var fields = new FieldErrors();
        var document = fields.Text("documentNumber", body.Value.DocumentNumber, 100);
        var command = new PublishDisposition(dispositionId, document, body.Value.PublishedOn, write.By, write.Today);
        return await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var organization = await attempt.Load(BannedOrganization.Stream, id);
            return organization.Exists && write.Caller.Covers(organization.State.Region)
                ? attempt.Record(
                    organization,
                    PublishDisposition.Decide(organization.State, command),
                    (_, version) => Answer.Ok(new RecordedOrganization(id, version)))
                : Problems.NotFound();
        });
    }
}
