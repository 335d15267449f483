using System.Collections.Immutable;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Calendar;

/// <summary>The published years of the working-day calendar; one stream holds them all.</summary>
public sealed record CalendarYears
{
    public static readonly Guid StreamId = new("00000000-0000-8000-8000-000000000002");

    public static readonly CalendarYears Initial = new();

    public static readonly StreamKind<CalendarYears> Stream = new("working_day_calendar", Initial, Evolve);

    /// <summary>Number of changes so far; every deadline carries the version it was computed with.</summary>
    public int Version { get; private init; }

    public ImmutableSortedDictionary<int, PublishedYear> Years { get; private init; } = ImmutableSortedDictionary<int, PublishedYear>.Empty;

    /// <summary>What counts the working days of these years.</summary>
    public WorkingDayCalendar ToCalendar() => new($"{Version}", [.. Years.Values.Select(published => published.Year)]);

    public static CalendarYears Evolve(CalendarYears state, IEvent fact) => fact is not CalendarYearPublished e ? state : state with
    {
        Version = state.Version + 1,
        Years = state.Years.SetItem(e.Year.Year, new PublishedYear(e.Year, e.Source, e.By)),
    };
}

/// <summary>A year as it stands, where it comes from and who published it here.</summary>
public sealed record PublishedYear(CalendarYear Year, string Source, ClerkId By);
