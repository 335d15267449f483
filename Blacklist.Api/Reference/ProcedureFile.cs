using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Reference;

/// <summary>How long each step of the procedure may take. Law where the row names an act, else the site's own decision.</summary>
/// <param name="StatementPeriod">陈述申辩期: the person's time to answer the notice.</param>
/// <param name="PublicNoticeService">公告送达: after this a public notice counts as served.</param>
/// <param name="HearingNotice">听证通知: how long before a hearing those concerned are told.</param>
/// <param name="AppealAdmission">申诉受理: from filing to admission or rejection.</param>
/// <param name="AppealDecision">申诉处理: from admission to the decision.</param>
/// <param name="AppealWindow">行政复议申请期限: from learning of a decision to the application.</param>
/// <param name="LitigationWindow">行政诉讼起诉期限: from learning of a decision to the action.</param>
/// <param name="PublicationWithdrawal">撤回公开: within this a changed or annulled decision leaves the public list.</param>
/// <param name="NoticeAcknowledgement">更正告知签收: within this a caller acknowledges that its answer changed.</param>
/// <param name="Reexamination">重新审查: within this a wrongly refused application is examined again.</param>
/// <param name="WarningLead">期限预警: how long before a last day a warning is given.</param>
/// <param name="ReceiptReliance">回执可依据期: within this an approval may rely on an answer.</param>
/// <param name="SuspendWhenAuthorityIsLate">逾期中止: an appeal not decided in time suspends the listing.</param>
/// <param name="ReasonWhenAuthorityIsLate">The reason that such a suspension is recorded with.</param>
internal sealed record Procedure(
    Period StatementPeriod,
    Period PublicNoticeService,
    Period HearingNotice,
    Period AppealAdmission,
    Period AppealDecision,
    CitedPeriod AppealWindow,
    CitedPeriod LitigationWindow,
    Period PublicationWithdrawal,
    Period NoticeAcknowledgement,
    Period Reexamination,
    Period WarningLead,
    Period ReceiptReliance,
    bool SuspendWhenAuthorityIsLate,
    string ReasonWhenAuthorityIsLate);

/// <summary>A period of which letters name the act.</summary>
/// <param name="Cite">Act and article, as a letter says them.</param>
internal sealed record CitedPeriod(Period Period, string Cite);

/// <summary>Reads <c>procedure.json</c>: the terms of procedure with their sources.</summary>
internal static class ProcedureFile
{
    public static Procedure Read()
    {
        var rows = ReferenceFile.ReadJson<Content>("procedure.json");
        return new(
            PeriodOf(rows.StatementPeriod), PeriodOf(rows.PublicNoticeService), PeriodOf(rows.HearingNotice), PeriodOf(rows.AppealAdmission),
            PeriodOf(rows.AppealDecision), CitedOf(rows.AppealWindow), CitedOf(rows.LitigationWindow), PeriodOf(rows.PublicationWithdrawal),
            PeriodOf(rows.NoticeAcknowledgement), PeriodOf(rows.Reexamination), PeriodOf(rows.WarningLead), PeriodOf(rows.ReceiptReliance),
            rows.SuspendWhenAuthorityIsLate.Value, rows.SuspendWhenAuthorityIsLate.Reason);
    }

    private static Period PeriodOf(Row row) =>
        Period.Parse(row.Period).Is(out var period, out var problem)
            ? period
            : throw new InvalidDataException($"{row.Title}: {problem.Meaning}");

    private static CitedPeriod CitedOf(Row row) => new(PeriodOf(row), row.Cite ?? throw new InvalidDataException($"{row.Title}: letters name the act, and the row has no 'cite'."));

    private sealed record Content(
        Row StatementPeriod, Row PublicNoticeService, Row HearingNotice, Row AppealAdmission, Row AppealDecision, Row AppealWindow, Row LitigationWindow,
        Row PublicationWithdrawal, Row NoticeAcknowledgement, Row Reexamination, Row WarningLead, Row ReceiptReliance, Choice SuspendWhenAuthorityIsLate);

    private sealed record Row(string Title, string Period, string Source, Confirmation? Confirmed, string? Cite = null);

    private sealed record Choice(string Title, bool Value, string Reason, string Source, Confirmation? Confirmed);

    private sealed record Confirmation(string By, DateOnly On);
}
