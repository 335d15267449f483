using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Listings;

/// <summary>Terms of the procedure, from <c>schema/reference/procedure.json</c>.</summary>
internal sealed class ProcedureTerms(WorkingDayCalendar calendar, Procedure procedure)
{
    /// <summary>By the calendar as it stands.</summary>
    public static async Task<ProcedureTerms> Now(Calendars calendars, Procedure procedure) => new(await calendars.Current(), procedure);

    /// <summary>Until when the person may answer a notice served on the day.</summary>
    public Parsed<Deadline> StatementPeriod(DateOnly servedOn) => calendar.Add(servedOn, procedure.StatementPeriod);

    /// <summary>公告送达: when a notice announced on the day counts as served.</summary>
    public Parsed<Deadline> PublicNotice(DateOnly announcedOn) => calendar.Add(announcedOn, procedure.PublicNoticeService);
}
