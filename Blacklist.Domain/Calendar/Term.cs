using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Calendar;

/// <summary>
/// How long a restriction lasts: a period by the calendar, or, said outright, without end. The day it starts on is not counted
/// (民法典 第二百零一条). Years and months end on the corresponding day, and where a month has none, on its last day
/// (第二百零二条): five years from 29 February end on 28 February. That last day still counts; the term lapses at 00:00 of the next.
/// </summary>
public sealed record Term
{
    public static readonly Refusal InWorkingDays =
        new("term_in_working_days", "A term runs by the calendar; working days are for deadlines of procedure.");

    private const string IndefiniteText = "indefinite";

    private Term(Period? period) => Period = period;

    public static Term Indefinite { get; } = new((Period?)null);

    /// <summary>Null when the term is indefinite.</summary>
    public Period? Period { get; }

    /// <summary>A period such as <c>P5Y</c>, or the word <c>indefinite</c>.</summary>
    public static Parsed<Term> Parse(string text)
    {
        if (text == IndefiniteText)
        {
            return Indefinite;
        }

        return Period.Parse(text).Is(out var period, out var problem) ? Of(period) : problem;
    }

    public static Parsed<Term> Of(Period period) => period.Unit == PeriodUnit.WorkingDays ? InWorkingDays : new Term(period);

    /// <summary>The last day on which it still runs; null when it is indefinite.</summary>
    public DateOnly? EndsOn(DateOnly start) => Period?.LastDay(start);

    /// <summary>Whether it runs on a day: from its first day to its last, both included.</summary>
    public bool RunsOn(DateOnly day, DateOnly start) => start <= day && (EndsOn(start) is not { } last || day <= last);

    public override string ToString() => Period?.ToString() ?? IndefiniteText;
}
