using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Appeals.Handling;

/// <param name="Reference">Where it lies: number of the file or the page.</param>
/// <param name="Sha256">Digest of the scanned paper; null when there is no scan.</param>
internal sealed record RecordAppealEvidenceRequest(string Title, string Reference, EvidenceFrom From, DateOnly ReceivedOn, string? Sha256 = null);

internal static class RecordAppealEvidenceEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder appeals) => appeals.MapPost("/{id:guid}/evidence", Handle)
        .Summary("Put evidence to an appeal", "By reference: the papers stay in the file, and no name or number of a person is in the words.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000094")
        .Example("""{ "title": "离任证明", "reference": "异议卷第3页", "from": "person", "receivedOn": "2026-11-19" }""")
        .Answers<AppealAnswer>(StatusCodes.Status200OK)
        .Rejects([.. FreeText.Refusals, Evidence.DigestFormat])
        .Refuses(RecordAppealEvidence.Refusals);

    public static Task<IResult> Handle(Guid id, Body<RecordAppealEvidenceRequest> body, [AsParameters] Write write, AppealDesk desk)
    {
        var (request, fields) = (body.Value, new FieldErrors());
        var title = fields.Text("title", request.Title, 200);
        var reference = fields.Text("reference", request.Reference, 200);
        var evidence = fields.Read("sha256", Evidence.Of(title, reference, request.Sha256));
        return desk.Change(write, body.Bytes, fields, id, (appeal, _) =>
            RecordAppealEvidence.Decide(appeal, new RecordAppealEvidence(evidence!, request.From, request.ReceivedOn, write.By, write.Today)));
    }
}
