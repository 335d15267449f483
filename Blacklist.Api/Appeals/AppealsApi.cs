using Blacklist.Api.Appeals.Handling;
using Blacklist.Api.Jobs;
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
        .AddSingleton<LateAppeal>()
        .AddKeyedSingleton<Consequence>(DeadlineKind.AppealDecision, (provider, _) => provider.GetRequiredService<LateAppeal>().Suspend);

    public static void MapAppeals(this IEndpointRouteBuilder api)
    {
        var appeals = api.MapGroup("/api/v1/appeals").WithTags("Appeals");
        FileAppealEndpoint.Map(appeals).Requires(Permission.FileAppeals);
        AdmitAppealEndpoint.Map(appeals).Requires(Permission.HandleAppeals);
        RejectAppealEndpoint.Map(appeals).Requires(Permission.HandleAppeals);
        AssignAppealEndpoint.Map(appeals).Requires(Permission.HandleAppeals);
        RecordAppealEvidenceEndpoint.Map(appeals).Requires(Permission.FileAppeals);
        ScheduleHearingEndpoint.Map(appeals).Requires(Permission.HandleAppeals);
        RecordHearingEndpoint.Map(appeals).Requires(Permission.HandleAppeals);
        DecideAppealEndpoint.Map(appeals).Requires(Permission.HandleAppeals);
        WithdrawAppealEndpoint.Map(appeals).Requires(Permission.FileAppeals);
        ListAppealsEndpoint.Map(appeals).Requires(Permission.ReadAppeals);
        GetAppealEndpoint.Map(appeals).Requires(Permission.ReadAppeals);
        GetAppealHistoryEndpoint.Map(appeals).Requires(Permission.ReadAppeals);
    }
}
