using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Calendar;

/// <summary>The published arrangement of one year: its holidays, and the weekend days worked instead (调休). A holiday that goes on into another year is one in each.</summary>
public sealed record CalendarYear(int Year, IReadOnlyList<Holiday> Holidays, IReadOnlyList<MakeUpDay> MakeUpDays)
{
    public bool Equals(CalendarYear? other) =>
        other is not null && Year == other.Year && Sequences.Same(Holidays, other.Holidays) && Sequences.Same(MakeUpDays, other.MakeUpDays);

    public override int GetHashCode() => HashCode.Combine(Year, Holidays.Count, MakeUpDays.Count);
}

/// <summary>Days off in a row, weekends among them included.</summary>
public sealed record Holiday(string Occasion, DateOnly First, DateOnly Last)
{
    internal IEnumerable<DateOnly> Days => Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays);
}

/// <summary>A Saturday or Sunday that is worked in exchange for a day of a holiday.</summary>
public sealed record MakeUpDay(string Occasion, DateOnly Day);
