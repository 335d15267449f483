using Blacklist.Api.Rules.Drafts;
using Blacklist.Api.Security;

namespace Blacklist.Api.Rules;

/// <summary>规则: the legal bases, whom each bars from what, for how long.</summary>
internal static class RulesApi
{
    public static IServiceCollection AddRules(this IServiceCollection services) => services.AddSingleton<RulesFile>().AddSingleton<RuleDesk>();

    public static void MapRules(this IEndpointRouteBuilder api)
    {
        var rules = api.MapGroup("/api/v1/rules");
        ListRulesEndpoint.Map(rules).Requires(Permission.ReadRules);
        GetRulesVersionEndpoint.Map(rules).Requires(Permission.ReadRules);
        GetRulesHistoryEndpoint.Map(rules).Requires(Permission.ReadRules);
        RetireRuleEndpoint.Map(rules).Requires(Permission.AdoptRules);
        SetPolicyDocumentsToReviewEndpoint.Map(rules).Requires(Permission.AdoptRules);
        RestorePolicyDocumentsEndpoint.Map(rules).Requires(Permission.AdoptRules);

        var drafts = rules.MapGroup("/drafts");
        DraftRuleEndpoint.Map(drafts).Requires(Permission.DraftRules);
        AdoptRuleEndpoint.Map(drafts).Requires(Permission.AdoptRules);
        DiscardDraftEndpoint.Map(drafts).Requires(Permission.DraftRules);
        ListRuleDraftsEndpoint.Map(drafts).Requires(Permission.ReadRules);
        GetRuleDraftEndpoint.Map(drafts).Requires(Permission.ReadRules);
    }
}
