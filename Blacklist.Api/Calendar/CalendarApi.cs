using Blacklist.Api.Audit;
using Blacklist.Api.Security;

namespace Blacklist.Api.Calendar;

/// <summary>工作日历: the days that are worked, by the published arrangements, and the deadlines that follow from them.</summary>
internal static class CalendarApi
{
    public static IServiceCollection AddCalendar(this IServiceCollection services) => services.AddSingleton<CalendarStart>();

    public static void MapCalendar(this IEndpointRouteBuilder api)
    {
        var calendar = api.MapGroup("/api/v1/calendar");
        GetCalendarEndpoint.Map(calendar).Requires(Permission.ReadRules, Reach.Everywhere);
        GetCalendarYearEndpoint.Map(calendar).Requires(Permission.ReadRules, Reach.Everywhere);
        GetCalendarHistoryEndpoint.Map(calendar).Requires(Permission.ReadRules, Reach.Everywhere);
        PublishCalendarYearEndpoint.Map(calendar).Requires(Permission.KeepCalendar, Reach.WholeNation);
        ExplainDeadlineEndpoint.Map(calendar).Requires(Permission.ReadRules, Reach.Everywhere).Audited(AuditKind.View);
    }
}
