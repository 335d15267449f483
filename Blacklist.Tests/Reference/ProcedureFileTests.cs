using Blacklist.Api.Reference;

namespace Blacklist.Tests.Reference;

public sealed class ProcedureFileTests
{
    [Fact]
    public void The_shipped_terms_are_five_working_days_to_answer_and_three_to_withdraw()
    {
        var procedure = ProcedureFile.Read();
        procedure.StatementPeriod.ToString().ShouldBe("P5WD");
        procedure.PublicationWithdrawal.ToString().ShouldBe("P3WD");
    }
}
