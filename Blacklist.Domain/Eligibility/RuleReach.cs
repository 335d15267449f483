using Blacklist.Domain.Rules;

namespace Blacklist.Domain.Eligibility;

/// <summary>Which listings a rule restricts on a day as long as nothing has happened to them since they were decided.</summary>
/// <param name="Earliest">First day of a decision whose term still runs.</param>
/// <param name="Latest">Last day of a decision whose term runs already.</param>
public sealed record RuleReach(Rule Rule, DateOnly Earliest, DateOnly Latest)
{
    // Periods from neighbouring days differ by the days that a month or a leap year has more or less.
    private const int MostApart = 4;

    public static RuleReach On(DateOnly day, Rule rule)
    {
        if (rule.Term.EndsOn(day) is not { } last)
            return new RuleReach(rule, DateOnly.MinValue, day);
        var earliest = Math.Max(0, day.DayNumber - (last.DayNumber - day.DayNumber) - MostApart);
        while (earliest <= day.DayNumber && !rule.Term.RunsOn(day, DateOnly.FromDayNumber(earliest)))
            earliest++;
        return new RuleReach(rule, DateOnly.FromDayNumber(earliest), day);
    }

    public bool Includes(DateOnly dispositionDate) => Earliest <= dispositionDate && dispositionDate <= Latest;
}
