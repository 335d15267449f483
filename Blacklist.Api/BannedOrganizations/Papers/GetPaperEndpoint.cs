using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.BannedOrganizations;

namespace Blacklist.Api.BannedOrganizations.Papers;

internal static class GetPaperEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder organizations) => organizations.MapGet("/{id:guid}/papers/{paperId:guid}", Handle)
        .Summary("A paper", "As it was attached, to be saved and not to be shown in place. The history names the papers of an organization.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000001")
        .Produces<string>(StatusCodes.Status200OK, PaperForms.Pdf, PaperForms.Png, PaperForms.Jpeg);

    public static async Task<IResult> Handle(Guid id, Guid paperId, Caller caller, EventStore log, PaperRecord papers, CancellationToken cancellation)
    {
        var organization = (await log.Load(id)).Fold(BannedOrganization.Initial, BannedOrganization.Evolve);
        return organization.IsRecorded && caller.Covers(organization.Region) && organization.Papers.TryGetValue(paperId, out var paper)
            && await papers.Open(paperId, cancellation) is { } content
                ? Results.File(content, paper.Form.MediaType(), $"{EnumWords.Of(paper.Kind)}-{paper.Sha256[..8]}.{EnumWords.Of(paper.Form)}")
                : Problems.NotFound();
    }
}
