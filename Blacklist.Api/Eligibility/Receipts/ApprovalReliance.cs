using Blacklist.Api.Receipts;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Eligibility.Receipts;

/// <summary>
/// Until when an approval may rely on an answer: a period of <c>procedure.json</c> after the answer's day, for <c>eligible</c> alone.
/// It is no deadline for an act, so days run by the plain calendar and the last one does not move.
/// </summary>
internal sealed class ApprovalReliance(WorkingDayCalendar calendar, Period period)
{
    private Tuple<DateOnly, DateOnly?>? _known;

    public LeafContent LeafOf(EvaluatedCheck check, byte[] commitments) =>
        new(check.Answer, check.Verdict == Verdict.Eligible ? Until(LegalDate.At(check.CheckedAt)) : null, commitments);

    /// <summary>Null when the period counts working days of a year whose holidays are not known.</summary>
    public DateOnly? Until(DateOnly day)
    {
        if (_known is { } known && known.Item1 == day)
        {
            return known.Item2;
        }

        var last = period.Unit != PeriodUnit.WorkingDays ? period.LastDay(day) : calendar.Add(day, period).Value?.Due;
        _known = Tuple.Create(day, last);
        return last;
    }
}
