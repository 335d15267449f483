using Blacklist.Api.Security;

namespace Blacklist.Api.Rules;

/// <summary>规则: the legal bases, whom each bars from what, for how long.</summary>
internal static class RulesApi
{
    public static IServiceCollection AddRules(this IServiceCollection services) => services.AddSingleton<RulesFile>();

    public static void MapRules(this IEndpointRouteBuilder api) =>
        ListRulesEndpoint.Map(api.MapGroup("/api/v1/rules")).Requires(Permission.ReadRules);
}
