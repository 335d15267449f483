using Blacklist.Domain.Listings.InForce;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class ResumeListingSpecs
{
    private static readonly ResumeListing Resume = new(Resumed.ResumedOn, Resumed.DocumentNumber, Resumed.Reason, Approver);

    [Fact]
    public void A_suspension_ends_before_its_last_day() => InForce(Suspended).When(l => ResumeListing.Decide(l, Resume)).Then(Resumed);

    [Fact]
    public void A_suspension_without_a_last_day_ends() =>
        InForce(Suspended with { Until = null }).When(l => ResumeListing.Decide(l, Resume)).Then(Resumed);

    [Fact]
    public void Resuming_twice_changes_nothing() => InForce(Suspended, Resumed).When(l => ResumeListing.Decide(l, Resume)).Then();

    [Fact]
    public void What_ends_by_its_dates_changes_nothing() =>
        InForce(Suspended).When(l => ResumeListing.Decide(l, Resume with { ResumedOn = new(2026, 7, 1) })).Then();

    [Fact]
    public void What_does_not_rest_is_not_resumed() =>
        InForce(Suspended).When(l => ResumeListing.Decide(l, Resume with { ResumedOn = Suspended.From.AddDays(-1) }))
            .ThenRefused(ResumeListing.NotSuspended);

    [Fact]
    public void The_first_day_of_the_calendar_is_no_mistake() =>
        InForce(Suspended).When(l => ResumeListing.Decide(l, Resume with { ResumedOn = DateOnly.MinValue })).ThenRefused(ResumeListing.NotSuspended);

    [Fact]
    public void What_was_annulled_is_not_resumed() =>
        InForce(Suspended, Annulled).When(l => ResumeListing.Decide(l, Resume)).ThenRefused(ResumeListing.NotInForce);
}
