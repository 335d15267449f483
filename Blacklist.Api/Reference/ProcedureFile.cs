using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Reference;

/// <summary>How long each step of the procedure may take.</summary>
/// <param name="StatementPeriod">陈述申辩期: the person's time to answer the notice.</param>
/// <param name="PublicationWithdrawal">撤回公开: within this a changed or annulled decision leaves the public list.</param>
/// <param name="ReceiptReliance">回执可依据期: within this an approval may rely on an answer.</param>
internal sealed record Procedure(Period StatementPeriod, Period PublicationWithdrawal, Period ReceiptReliance);

/// <summary>Reads <c>procedure.json</c>: the terms of procedure with their sources.</summary>
internal static class ProcedureFile
{
    public static Procedure Read()
    {
        var content = ReferenceFile.ReadJson<Content>("procedure.json");
        return new(PeriodOf(content.StatementPeriod), PeriodOf(content.PublicationWithdrawal), PeriodOf(content.ReceiptReliance));
    }

    private static Period PeriodOf(Row row) =>
        Period.Parse(row.Period).Is(out var period, out var problem)
            ? period
            : throw new InvalidDataException($"{row.Title}: {problem.Meaning}");

    private sealed record Content(Row StatementPeriod, Row PublicationWithdrawal, Row ReceiptReliance);

    private sealed record Row(string Title, string Period, string Source, Confirmation? Confirmed);

    private sealed record Confirmation(string By, DateOnly On);
}
