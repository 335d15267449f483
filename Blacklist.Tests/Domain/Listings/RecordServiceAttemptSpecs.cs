using Blacklist.Domain.Listings;
using Blacklist.Tests.Domain.BannedOrganizations;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class RecordServiceAttemptSpecs
{
    private static readonly RecordServiceAttempt Attempt = new(Refused.AttemptedOn, Refused.Failure, Refused.Proof, Officer, Today);

    [Fact]
    public void That_the_person_refused_the_notice_is_recorded() =>
        Given(Proposed).When(l => RecordServiceAttempt.Decide(l, Attempt)).Then(Refused);

    [Fact]
    public void The_same_attempt_twice_changes_nothing() => Given(Proposed, Refused).When(l => RecordServiceAttempt.Decide(l, Attempt)).Then();

    [Fact]
    public void Another_attempt_is_another_fact() =>
        Given(Proposed, Refused).When(l => RecordServiceAttempt.Decide(l, Attempt with { Failure = ServiceFailure.Unreachable })).Then(Unreachable);

    [Fact]
    public void After_the_notice_was_served_there_is_nothing_to_attempt() =>
        Given(Proposed, Noticed).When(l => RecordServiceAttempt.Decide(l, Attempt)).ThenRefused(RecordServiceAttempt.NotProposed);

    [Fact]
    public void An_attempt_does_not_precede_the_ban() =>
        Given(Proposed).When(l => RecordServiceAttempt.Decide(l, Attempt with { AttemptedOn = AnOrganization.BannedOn.AddDays(-1) }))
            .ThenRefused(RecordServiceAttempt.BeforeDecision);

    [Fact]
    public void An_attempt_of_tomorrow_is_refused() =>
        Given(Proposed).When(l => RecordServiceAttempt.Decide(l, Attempt with { AttemptedOn = Today.AddDays(1) }))
            .ThenRefused(RecordServiceAttempt.InFuture);
}
