using Blacklist.Api.Reference;

namespace Blacklist.Tests.Reference;

public sealed class ProcedureFileTests
{
    [Fact]
    public void The_shipped_terms_are_five_working_days_to_answer_three_to_withdraw_and_ten_days_to_rely_on_an_answer()
    {
        var procedure = ProcedureFile.Read();
        procedure.StatementPeriod.ToString().ShouldBe("P5WD");
        procedure.PublicationWithdrawal.ToString().ShouldBe("P3WD");
        procedure.ReceiptReliance.ToString().ShouldBe("P10D");
    }
}
