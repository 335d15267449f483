using Blacklist.Api.Security;

namespace Blacklist.Api.Reexaminations;

/// <summary>重新审查: what was refused on a wrong answer is examined again.</summary>
internal static class ReexaminationsApi
{
    public static IServiceCollection AddReexaminations(this IServiceCollection services) => services.AddSingleton<ReexaminationRows>();

    public static void MapReexaminations(this IEndpointRouteBuilder api)
    {
        var reexaminations = api.MapGroup("/api/v1/reexaminations");
        ListReexaminationsEndpoint.Map(reexaminations).Requires(Permission.ReadChecks, Reach.AskedChecks);
        CompleteReexaminationEndpoint.Map(reexaminations).Requires(Permission.AskChecks, Reach.AskedCheck);
    }
}
