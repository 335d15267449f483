using Blacklist.Domain.Deadlines;
using Blacklist.Domain.Reexaminations;
using static Blacklist.Tests.Domain.Reexaminations.AReexamination;

namespace Blacklist.Tests.Domain.Reexaminations;

public sealed class CompleteReexaminationSpecs
{
    private static readonly CompleteReexamination Complete = new(ReexaminationOutcome.RefusalWithdrawn, "列入已撤销", Clerk);

    [Fact]
    public void It_ends_with_an_outcome_and_a_reason() => Given(Opened).When(r => CompleteReexamination.Decide(r, Complete)).Then(Completed);

    [Fact]
    public void Completing_twice_changes_nothing() => Given(Opened, Completed).When(r => CompleteReexamination.Decide(r, Complete)).Then();

    [Fact]
    public void A_completed_one_keeps_its_outcome() =>
        Given(Opened, Completed).When(r => CompleteReexamination.Decide(r, Complete with { Result = ReexaminationOutcome.NothingToWithdraw }))
            .ThenRefused(CompleteReexamination.CompletedOtherwise);

    [Fact]
    public void Its_deadline_is_met_by_it()
    {
        ReexaminationDeadlines.Of.Open([Opened])[DeadlineKind.Reexamination].Due.ShouldBe(Opened.Until!.Value);
        ReexaminationDeadlines.Of.Open([Opened, Completed]).ShouldBeEmpty();
    }
}
