using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Appeals;

/// <summary>Terms of the procedure of appeals, from <c>schema/reference/procedure.json</c>.</summary>
internal sealed class AppealTerms(WorkingDayCalendar calendar, Procedure procedure)
{
    /// <summary>By the calendar as it stands.</summary>
    public static async Task<AppealTerms> Now(Calendars calendars, Procedure procedure) => new(await calendars.Current(), procedure);

    /// <summary>Until when an appeal received on the day is admitted or rejected.</summary>
    public Parsed<Deadline> Admission(DateOnly receivedOn) => calendar.Add(receivedOn, procedure.AppealAdmission);

    /// <summary>Until when an appeal admitted on the day is decided.</summary>
    public Parsed<Deadline> Decision(DateOnly admittedOn) => calendar.Add(admittedOn, procedure.AppealDecision);

    /// <summary>The time that the person has between being told of a hearing and the day before it.</summary>
    public Parsed<Deadline> HearingNotice(DateOnly toldOn) => calendar.Add(toldOn, procedure.HearingNotice);

    /// <summary>The day from which it is told that another comes near: the last one that leaves the lead. Where the calendar does not reach, the day itself.</summary>
    public DateOnly WarnFrom(DateOnly due)
    {
        for (var day = due; ; day = day.AddDays(-1))
        {
            if (!calendar.Add(day, procedure.WarningLead).Is(out var lead, out _))
            {
                return due;
            }

            if (lead.Due <= due)
            {
                return day;
            }
        }
    }

    /// <summary>Below zero when it is past; null when the calendar does not reach so far.</summary>
    public int? WorkingDaysLeft(DateOnly today, DateOnly due) => calendar.WorkingDaysLeft(today, due);
}
