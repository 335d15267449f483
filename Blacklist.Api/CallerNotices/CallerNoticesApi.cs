using Blacklist.Api.Security;

namespace Blacklist.Api.CallerNotices;

/// <summary>影响通知: answers given before would come out otherwise now.</summary>
internal static class CallerNoticesApi
{
    public static IServiceCollection AddCallerNotices(this IServiceCollection services) =>
        services.AddSingleton<CallerNoticeRows>().AddSingleton<AffectedCheckRows>();

    public static void MapCallerNotices(this IEndpointRouteBuilder api)
    {
        var notices = api.MapGroup("/api/v1/notices");
        ListCallerNoticesEndpoint.Map(notices).Requires(Permission.ReadChecks, Reach.OwnList);
        GetCallerNoticeEndpoint.Map(notices).Requires(Permission.ReadChecks, Reach.OwnThing);
        ListAffectedChecksEndpoint.Map(notices).Requires(Permission.ReadChecks, Reach.OwnThing);
        AcknowledgeCallerNoticeEndpoint.Map(notices).Requires(Permission.AskChecks, Reach.OwnThing);
    }

    /// <summary>A caller sees the own notices, an auditor all of the regions.</summary>
    public static bool MaySee(this Caller caller, CallerNoticeRow notice) =>
        notice.Caller == caller.Subject || (caller.May(Permission.ReadAudit) && caller.Covers(notice.Region));
}
