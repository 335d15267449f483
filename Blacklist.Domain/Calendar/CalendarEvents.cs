using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Calendar;

/// <summary>The holidays and make-up days of a year became known, or were corrected. Deadlines computed before keep their day.</summary>
[StoredName("calendar_year_published")]
public sealed record CalendarYearPublished(CalendarYear Year, string Source, string? Reason, ClerkId By) : IEvent;
