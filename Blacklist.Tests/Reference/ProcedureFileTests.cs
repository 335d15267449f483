using System.Text.Json;
using Blacklist.Api.Reference;

namespace Blacklist.Tests.Reference;

public sealed class ProcedureFileTests
{
    private static readonly JsonProperty[] Rows = [.. JsonDocument.Parse(ReferenceFile.ReadText("procedure.json")).RootElement.EnumerateObject()];

    [Fact]
    public void The_shipped_terms_are_read()
    {
        var procedure = ProcedureFile.Read();
        procedure.StatementPeriod.ToString().ShouldBe("P5WD");
        procedure.PublicationWithdrawal.ToString().ShouldBe("P3WD");
        procedure.PublicNoticeService.ToString().ShouldBe("P30D");
        procedure.AppealWindow.Period.ToString().ShouldBe("P60D");
        procedure.LitigationWindow.Period.ToString().ShouldBe("P6M");
        procedure.ReceiptReliance.ToString().ShouldBe("P10D");
        procedure.WarningLead.ToString().ShouldBe("P2WD");
        procedure.SuspendWhenAuthorityIsLate.ShouldBeFalse();
    }

    [Fact]
    public void Only_what_an_act_sets_is_confirmed_and_all_else_says_whose_decision_it_is()
    {
        Rows.Where(row => row.Value.GetProperty("confirmed").ValueKind != JsonValueKind.Null).Select(row => row.Name)
            .ShouldBe(["publicNoticeService", "appealWindow", "litigationWindow", "publicationWithdrawal"]);
        Rows.Where(row => row.Value.GetProperty("confirmed").ValueKind == JsonValueKind.Null)
            .ShouldAllBe(row => row.Value.GetProperty("source").GetString()!.StartsWith("A site's own decision", StringComparison.Ordinal));
    }
}
