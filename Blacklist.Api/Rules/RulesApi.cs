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
        ListRulesEndpoint.Map(rules).Requires(Permission.ReadRules, Reach.Everywhere);
        GetRulesVersionEndpoint.Map(rules).Requires(Permission.ReadRules, Reach.Everywhere);
        GetRulesHistoryEndpoint.Map(rules).Requires(Permission.ReadRules, Reach.Everywhere);
        RetireRuleEndpoint.Map(rules).Requires(Permission.AdoptRules, Reach.RegionOfRule).RequiresRecentSecondFactor();
        SetPolicyDocumentsToReviewEndpoint.Map(rules).Requires(Permission.AdoptRules, Reach.WholeNation).RequiresRecentSecondFactor();
        RestorePolicyDocumentsEndpoint.Map(rules).Requires(Permission.AdoptRules, Reach.WholeNation).RequiresRecentSecondFactor();

        var drafts = rules.MapGroup("/drafts");
        DraftRuleEndpoint.Map(drafts).Requires(Permission.DraftRules, Reach.RegionOfRule);
        AdoptRuleEndpoint.Map(drafts).Requires(Permission.AdoptRules, Reach.RegionOfRule).RequiresRecentSecondFactor();
        DiscardDraftEndpoint.Map(drafts).Requires(Permission.DraftRules, Reach.RegionOfRule);
        ListRuleDraftsEndpoint.Map(drafts).Requires(Permission.ReadRules, Reach.Everywhere);
        GetRuleDraftEndpoint.Map(drafts).Requires(Permission.ReadRules, Reach.Everywhere);
    }
}
