using System.Globalization;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Calendar;

/// <summary>In what a statute counts.</summary>
public enum PeriodUnit
{
    Years,
    Months,
    Days,
    WorkingDays,
}

/// <summary>
/// A length of time as statutes give one: a number of one unit. Written as in ISO 8601 (<c>P5Y</c>, <c>P6M</c>, <c>P10D</c>);
/// <c>P5WD</c> for working days is ours, the standard has none. Mixed lengths are not accepted: 18 months are <c>P18M</c>.
/// </summary>
public sealed record Period
{
    public static readonly Refusal Format =
        new("period_format", "A period is P, a number from 1 to 999 and a unit: Y, M, D, or WD for working days; such as P5Y.");

    internal const int Longest = 999;

    private static readonly (string Symbol, PeriodUnit Unit)[] Units =
        [("Y", PeriodUnit.Years), ("M", PeriodUnit.Months), ("WD", PeriodUnit.WorkingDays), ("D", PeriodUnit.Days)];

    private Period(int length, PeriodUnit unit) => (Length, Unit) = (length, unit);

    public int Length { get; }

    public PeriodUnit Unit { get; }

    public static Period OfWorkingDays(int length) =>
        length is > 0 and <= Longest ? new(length, PeriodUnit.WorkingDays) : throw new ArgumentOutOfRangeException(nameof(length));

    public static Parsed<Period> Parse(string text)
    {
        var (symbol, unit) = Array.Find(Units, unit => text.EndsWith(unit.Symbol, StringComparison.Ordinal));
        return text is ['P', >= '1' and <= '9', ..] && symbol is not null
            && int.TryParse(text.AsSpan()[1..^symbol.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length <= Longest
            ? new Period(length, unit)
            : Format;
    }

    public override string ToString() => $"P{Length}{Array.Find(Units, unit => unit.Unit == Unit).Symbol}";

    /// <summary>Its last day by the plain calendar, the start not counted; working days need a <see cref="WorkingDayCalendar"/>.</summary>
    public DateOnly LastDay(DateOnly start) => Unit switch
    {
        PeriodUnit.Years => start.AddYears(Length),
        PeriodUnit.Months => start.AddMonths(Length),
        PeriodUnit.Days => start.AddDays(Length),
        _ => throw new InvalidOperationException("Working days cannot be counted without a calendar."),
    };
}
