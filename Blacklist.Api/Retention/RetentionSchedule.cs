using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Retention;

/// <summary>How long what is kept: <c>retention.json</c>, by purpose.</summary>
internal sealed record RetentionSchedule(IReadOnlyDictionary<string, RetentionPeriod> Periods)
{
    public static RetentionSchedule Read() => new(ReferenceFile.ReadJson<Dictionary<string, Row>>("retention.json").ToDictionary(row => row.Key, row => PeriodOf(row.Value)));

    private static RetentionPeriod PeriodOf(Row row) =>
        Period.Parse(row.Period).Is(out var period, out var problem)
            ? period.Unit != PeriodUnit.WorkingDays
                ? new RetentionPeriod(row.Title, period, row.Source, row.Confirmed is not null)
                : throw new InvalidDataException($"{row.Title}: whole months are kept, and working days make none.")
            : throw new InvalidDataException($"{row.Title}: {problem.Meaning}");

    private sealed record Row(string Title, string Period, string Source, Confirmation? Confirmed);

    private sealed record Confirmation(string By, DateOnly On);
}

/// <param name="IsConfirmed">Nothing is dropped before somebody has confirmed it.</param>
internal sealed record RetentionPeriod(string Title, Period Period, string Source, bool IsConfirmed);
