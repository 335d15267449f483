using Blacklist.Api.Security;
using Blacklist.Api.Vault;

namespace Blacklist.Api.Eligibility.Determinations;

/// <summary>认定: a clerk's finding on a <c>review</c>: same person, or not.</summary>
internal static class DeterminationsApi
{
    public static IServiceCollection AddDeterminations(this IServiceCollection services) =>
        services.AddSingleton<Subjects>().AddSingleton<ReviewedApplicants>();

    public static void MapDeterminations(this IEndpointRouteBuilder api)
    {
        var determinations = api.MapGroup("/api/v1/eligibility-checks/{id:guid}/determinations");
        RecordDeterminationEndpoint.Map(determinations).Requires(Permission.Determine, Reach.AskedCheck);
        ListDeterminationsEndpoint.Map(determinations).Requires(Permission.ReadChecksOfOthers, Reach.AskedCheck); // a partner is told no grounds
        RevokeDeterminationEndpoint.Map(determinations).Requires(Permission.Determine, Reach.AskedCheck);
    }
}
