using Blacklist.Api.Appeals.Handling;
using Blacklist.Api.Jobs;
using Blacklist.Api.Retention;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;
using Blacklist.Domain.Deadlines;

namespace Blacklist.Api.Appeals;

/// <summary>申诉: what a person raises against a listing, from its receipt to what it comes to.</summary>
internal static class AppealsApi
{
    public static IServiceCollection AddAppeals(this IServiceCollection services) => services
        .AddSingleton<AppealDesk>()
        .AddSingleton<AppealNumbers>()
        .AddSingleton<AppealRows>()
        .AddSingleton<Statements>()
        .AddSingleton<KeptMonths, AppealWordsRecord>()
        .AddSingleton<LateAppeal>()
        .AddKeyedSingleton<Consequence>(DeadlineKind.AppealDecision, (provider, _) => provider.GetRequiredService<LateAppeal>().Suspend);

    public static void MapAppeals(this IEndpointRouteBuilder api)
    {
        var appeals = api.MapGroup("/api/v1/appeals").WithTags("Appeals");
        FileAppealEndpoint.Map(appeals).Requires(Permission.FileAppeals, Reach.ThingOfRegion);
        AdmitAppealEndpoint.Map(appeals).Requires(Permission.HandleAppeals, Reach.ThingOfRegion);
        RejectAppealEndpoint.Map(appeals).Requires(Permission.HandleAppeals, Reach.ThingOfRegion);
        AssignAppealEndpoint.Map(appeals).Requires(Permission.HandleAppeals, Reach.ThingOfRegion);
        RecordAppealEvidenceEndpoint.Map(appeals).Requires(Permission.FileAppeals, Reach.ThingOfRegion);
        ScheduleHearingEndpoint.Map(appeals).Requires(Permission.HandleAppeals, Reach.ThingOfRegion);
        RecordHearingEndpoint.Map(appeals).Requires(Permission.HandleAppeals, Reach.ThingOfRegion);
        DecideAppealEndpoint.Map(appeals).Requires(Permission.HandleAppeals, Reach.ThingOfRegion).RequiresRecentSecondFactor();
        WithdrawAppealEndpoint.Map(appeals).Requires(Permission.FileAppeals, Reach.ThingOfRegion);
        ListAppealsEndpoint.Map(appeals).Requires(Permission.ReadAppeals, Reach.ListOfRegions);
        GetAppealEndpoint.Map(appeals).Requires(Permission.ReadAppeals, Reach.ThingOfRegion);
        GetAppealHistoryEndpoint.Map(appeals).Requires(Permission.ReadAppeals, Reach.ThingOfRegion);
    }
}
