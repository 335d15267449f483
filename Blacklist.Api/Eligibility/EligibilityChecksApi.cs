using Blacklist.Api.Audit;
using Blacklist.Api.Audit.Reading;
using Blacklist.Api.Eligibility.DryRuns;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Eligibility.Index.Loading;
using Blacklist.Api.Eligibility.Index.SelfCheck;
using Blacklist.Api.Eligibility.Knowledge;
using Blacklist.Api.Eligibility.Lane;
using Blacklist.Api.Eligibility.Organizations;
using Blacklist.Api.Eligibility.Receipts;
using Blacklist.Api.Eligibility.Retention;
using Blacklist.Api.Eligibility.Trail;
using Blacklist.Api.Retention;
using Blacklist.Api.Security;

namespace Blacklist.Api.Eligibility;

/// <summary>资格核查: the question, its answer and the record of both.</summary>
internal static class EligibilityChecksApi
{
    public static IServiceCollection AddEligibilityChecks(this IServiceCollection services) => services
        .AddSingleton<EligibilityIndex>()
        .AddSingleton<IndexRows>()
        .AddSingleton<IndexLoading>()
        .AddSingleton<ApprovalReliance>()
        .AddSingleton<CheckEvaluator>()
        .AddSingleton<CheckRecord>()
        .AddSingleton<RecordedCheckRows>()
        .AddSingleton<AskedChecks>()
        .AddSingleton<DisclosedStatements>()
        .AddSingleton<IndexFollower>()
        .AddSingleton<CheckLane>()
        .AddSingleton<RegistryPast>()
        .AddSingleton<CheckSubjectRows>()
        .AddSingleton<IAuditSource, CheckTrailRows>()
        .AddSingleton<KeptMonths, CheckMonthsRecord>()
        .AddHostedService<EligibilityStart>()
        .AddHostedService(provider => provider.GetRequiredService<IndexFollower>())
        .AddHostedService(provider => provider.GetRequiredService<CheckLane>());

    public static void MapEligibilityChecks(this IEndpointRouteBuilder api)
    {
        var checks = api.MapGroup("/api/v1/eligibility-checks");
        AskCheckEndpoint.Map(checks).Requires(Permission.AskChecks, Reach.NamedRegionAndPurpose).KeepsOwnRecord(AuditKind.Check);
        AskAsOfEndpoint.Map(checks).Requires(Permission.ReadChecks, Reach.NamedRegion).Audited(AuditKind.Check);
        GetCheckEndpoint.Map(checks).Requires(Permission.ReadChecks, Reach.AskedCheck);
        GetReceiptEndpoint.Map(checks).Requires(Permission.ReadChecks, Reach.AskedCheck).Audited(AuditKind.Export);
        GetReceiptImageEndpoint.Map(checks).Requires(Permission.ReadChecks, Reach.AskedCheck).Audited(AuditKind.Export);
        GetIndexEndpoint.Map(api).Requires(Permission.ReadJobs, Reach.Everywhere);
        DryRunDraftEndpoint.Map(api).Requires(Permission.DraftRules, Reach.ListOfRegions).Audited(AuditKind.Search);
        DryRunChecksEndpoint.Map(api).Requires(Permission.DraftRules, Reach.ListOfRegions).Audited(AuditKind.Search);
        SearchBannedOrganizationsEndpoint.Map(api).IsPublic("Whom the authorities have banned is published; no person is in it.");
    }
}
