using Blacklist.Api.Audit;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Vault;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <param name="InService">False while it is in doubt: checks are not answered then.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record IndexResponse(
    bool InService, long Position, RowsDigest Listings, RowsDigest Findings, RowsDigest Organizations, RowsDigest AnnulledDispositions);

internal static class GetIndexEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder api) => api.MapGet("/api/v1/system/index", Handle)
        .Summary("What this node holds in memory, in digests",
            "Of the node that answers, summed up when asked. At the same `position` every node gives the same digests, and `index verify` on the server those of the read models.")
        .Answers<IndexResponse>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(EligibilityIndex index, IndexFollower follower, IdentityVault vault)
    {
        var digest = (await follower.Rest()).Digest(vault, Pace.Full);
        return Answer.Ok(new IndexResponse(
            !index.IsInDoubt, digest.Position, digest.Listings, digest.Findings, digest.Organizations, digest.AnnulledDispositions));
    }
}
