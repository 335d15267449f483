using Blacklist.Api.Eligibility.DryRuns;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Eligibility.Index.Loading;
using Blacklist.Api.Eligibility.Index.SelfCheck;
using Blacklist.Api.Eligibility.Knowledge;
using Blacklist.Api.Eligibility.Organizations;
using Blacklist.Api.Eligibility.Receipts;
using Blacklist.Api.Eligibility.Retention;
using Blacklist.Api.Jobs;
using Blacklist.Api.Reference;
using Blacklist.Api.Security;

namespace Blacklist.Api.Eligibility;

/// <summary>资格核查: the question, its answer and the record of both.</summary>
internal static class EligibilityChecksApi
{
    public static IServiceCollection AddEligibilityChecks(this IServiceCollection services) => services
        .AddSingleton<EligibilityIndex>()
        .AddSingleton<IndexRows>()
        .AddSingleton<IndexLoading>()
        .AddSingleton(_ => RegionsFile.Read())
        .AddSingleton<ApprovalReliance>()
        .AddSingleton<CheckEvaluator>()
        .AddSingleton<CheckRecord>()
        .AddSingleton<DisclosedStatements>()
        .AddSingleton<IndexFollower>()
        .AddSingleton<CheckLane>()
        .AddSingleton<RegistryPast>()
        .AddSingleton<CheckMonthsRecord>()
        .AddSingleton<Job, CheckMonthsJob>()
        .AddHostedService<EligibilityStart>()
        .AddHostedService(provider => provider.GetRequiredService<IndexFollower>())
        .AddHostedService(provider => provider.GetRequiredService<CheckLane>());

    public static void MapEligibilityChecks(this IEndpointRouteBuilder api)
    {
        var checks = api.MapGroup("/api/v1/eligibility-checks");
        AskCheckEndpoint.Map(checks).Requires(Permission.AskChecks);
        AskAsOfEndpoint.Map(checks).Requires(Permission.ReadChecks);
        GetCheckEndpoint.Map(checks).Requires(Permission.ReadChecks);
        GetReceiptEndpoint.Map(checks).Requires(Permission.ReadChecks);
        GetReceiptImageEndpoint.Map(checks).Requires(Permission.ReadChecks);
        GetIndexEndpoint.Map(api).Requires(Permission.ReadJobs);
        DryRunDraftEndpoint.Map(api).Requires(Permission.DraftRules);
        DryRunChecksEndpoint.Map(api).Requires(Permission.DraftRules);
        ListDroppedCheckMonthsEndpoint.Map(api).Requires(Permission.ReadJobs);
        SearchBannedOrganizationsEndpoint.Map(api).IsPublic("Whom the authorities have banned is published; no person is in it.");
    }
}
