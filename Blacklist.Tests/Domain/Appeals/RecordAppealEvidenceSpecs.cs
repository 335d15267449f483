using Blacklist.Domain.Appeals;
using static Blacklist.Tests.Domain.Appeals.AnAppeal;

namespace Blacklist.Tests.Domain.Appeals;

public sealed class RecordAppealEvidenceSpecs
{
    private static readonly RecordAppealEvidence Put =
        new(EvidenceRecorded.Evidence, EvidenceRecorded.From, EvidenceRecorded.ReceivedOn, Administrator, Today);

    [Fact]
    public void Evidence_is_put_to_the_file() =>
        Given(Filed, Admitted, Assigned).When(a => RecordAppealEvidence.Decide(a, Put)).Then(EvidenceRecorded);

    [Fact]
    public void Also_while_the_appeal_waits_for_admission() => Given(Filed).When(a => RecordAppealEvidence.Decide(a, Put)).Then(EvidenceRecorded);

    [Fact]
    public void The_same_evidence_twice_changes_nothing() => Given(Filed, EvidenceRecorded).When(a => RecordAppealEvidence.Decide(a, Put)).Then();

    [Fact]
    public void Nothing_is_added_to_the_file_of_an_appeal_that_is_over() =>
        Given(Filed, Admitted, Assigned, Maintained).When(a => RecordAppealEvidence.Decide(a, Put)).ThenRefused(RecordAppealEvidence.Closed);

    [Fact]
    public void Evidence_of_tomorrow_is_refused() =>
        Given(Filed).When(a => RecordAppealEvidence.Decide(a, Put with { ReceivedOn = Today.AddDays(1) })).ThenRefused(RecordAppealEvidence.InFuture);
}
