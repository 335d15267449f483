using Blacklist.Api.Eligibility.Lane;
using Blacklist.Api.Receipts;
using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Eligibility.Receipts;

/// <summary>
/// Until when an approval may rely on an answer: a period of <c>procedure.json</c> after the answer's day, for <c>eligible</c> alone.
/// It is no deadline for an act, so days run by the plain calendar and the last one does not move.
/// </summary>
internal sealed class ApprovalReliance
{
    private readonly Period _period;

    public ApprovalReliance(Procedure procedure) => _period = procedure.ReceiptReliance.Unit != PeriodUnit.WorkingDays
        ? procedure.ReceiptReliance
        : throw new InvalidDataException("procedure.json: receiptReliance counts working days, but an answer late in a year has to know its last day at once, whatever the next year's holidays will be.");

    public LeafContent LeafOf(EvaluatedCheck check, byte[] commitments) =>
        new(check.Answer, check.Verdict == Verdict.Eligible ? _period.LastDay(LegalDate.At(check.CheckedAt)) : null, commitments);
}
