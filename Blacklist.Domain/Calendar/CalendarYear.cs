namespace Blacklist.Domain.Calendar;

/// <summary>The published arrangement of one year: its holidays, and the weekend days worked instead (调休).</summary>
public sealed record CalendarYear(int Year, IReadOnlyList<Holiday> Holidays, IReadOnlyList<MakeUpDay> MakeUpDays);

/// <summary>Days off in a row, weekends among them included.</summary>
public sealed record Holiday(string Occasion, DateOnly First, DateOnly Last);

/// <summary>A Saturday or Sunday that is worked in exchange for a day of a holiday.</summary>
public sealed record MakeUpDay(string Occasion, DateOnly Day);
