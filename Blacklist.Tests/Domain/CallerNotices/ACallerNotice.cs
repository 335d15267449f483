using Blacklist.Domain.Calendar;
using Blacklist.Domain.CallerNotices;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;

namespace Blacklist.Tests.Domain.CallerNotices;

internal static class ACallerNotice
{
    public static readonly CallerNoticeId Id = new(new Guid("0199c0de-0000-8000-8000-000000000001"));
    public static readonly ClerkId Caller = new("clerk-150600");
    public static readonly RegionCode Region = RegionCode.Parse("150600").Value!;
    public static readonly Guid Cause = new("0199c0de-0000-7000-8000-000000000002");

    public static readonly Deadline Until = new(new DateOnly(2026, 11, 23), Period.Parse("P5WD").Value!, new DateOnly(2026, 11, 30), [], [], "2026");

    public static readonly CallerNoticeOpened Opened = new(Id, Caller, Cause, 4711, Region, 3, 2, 1, Until.Due, Until.CalendarVersion);

    public static readonly CallerNoticeAcknowledged Acknowledged = new(Id, "已复核", Caller);

    public static Scenario<CallerNotice> Given(params IEvent[] facts) => Scenario<CallerNotice>.Given(CallerNotice.Initial, CallerNotice.Evolve, facts);
}
