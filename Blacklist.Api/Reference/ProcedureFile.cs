using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Reference;

/// <summary>How long each step of the procedure may take.</summary>
/// <param name="StatementPeriod">陈述申辩期: the person's time to answer the notice.</param>
/// <param name="PublicationWithdrawal">撤回公开: within this a changed or annulled decision leaves the public list.</param>
/// <param name="AppealAdmission">受理期限: within this an appeal is admitted or rejected.</param>
/// <param name="AppealDecision">审理期限: within this an admitted appeal is decided.</param>
/// <param name="HearingNotice">听证通知: this long before it the person is told of a hearing.</param>
/// <param name="WarningLead">This long before a deadline it is told that it comes near.</param>
/// <param name="SuspendWhenAuthorityIsLate">逾期中止: the effect of a listing rests while the authority is late with a decision on an appeal.</param>
internal sealed record Procedure(
    Period StatementPeriod,
    Period PublicationWithdrawal,
    Period AppealAdmission,
    Period AppealDecision,
    Period HearingNotice,
    Period WarningLead,
    bool SuspendWhenAuthorityIsLate);

/// <summary>Reads <c>procedure.json</c>: the terms of procedure with their sources.</summary>
internal static class ProcedureFile
{
    public static Procedure Read()
    {
        var content = ReferenceFile.ReadJson<Content>("procedure.json");
        return new(
            PeriodOf(content.StatementPeriod), PeriodOf(content.PublicationWithdrawal), PeriodOf(content.AppealAdmission), PeriodOf(content.AppealDecision),
            PeriodOf(content.HearingNotice), PeriodOf(content.WarningLead), content.SuspendWhenAuthorityIsLate.Value);
    }

    private static Period PeriodOf(Row row) =>
        Period.Parse(row.Period).Is(out var period, out var problem)
            ? period
            : throw new InvalidDataException($"{row.Title}: {problem.Meaning}");

    private sealed record Content(
        Row StatementPeriod, Row PublicationWithdrawal, Row AppealAdmission, Row AppealDecision, Row HearingNotice, Row WarningLead,
        Switch SuspendWhenAuthorityIsLate);

    private sealed record Row(string Title, string Period, string Source, Confirmation? Confirmed);

    private sealed record Switch(string Title, bool Value, string Source, Confirmation? Confirmed);

    private sealed record Confirmation(string By, DateOnly On);
}
