using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Listings;

/// <summary>Terms of the procedure, from <c>schema/reference/procedure.json</c>.</summary>
internal sealed class ProcedureTerms(WorkingDayCalendar calendar, Period statementPeriod)
{
    /// <summary>Until when the person may answer a notice served on the day.</summary>
    public Parsed<Deadline> StatementPeriod(DateOnly servedOn) => calendar.Add(servedOn, statementPeriod);
}
