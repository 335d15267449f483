using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Deadlines;
using Blacklist.Domain.Kernel;
using static Blacklist.Tests.Domain.BannedOrganizations.AnOrganization;

namespace Blacklist.Tests.Domain.BannedOrganizations;

public sealed class BannedOrganizationDeadlinesSpecs
{
    [Fact]
    public void An_annulment_sets_the_deadline_for_the_withdrawal() =>
        Open(BanAnnulled, AnnulmentDemands)[DeadlineKind.PublicationWithdrawal].Due.ShouldBe(WithdrawBy.Due);

    [Fact]
    public void The_withdrawal_meets_it() => Open(BanAnnulled, AnnulmentDemands, BanWithdrawn).ShouldBeEmpty();

    [Fact]
    public void Beyond_the_calendar_there_is_no_day_to_watch() => Open(BanAnnulled, AnnulmentDemands with { WithdrawBy = null }).ShouldBeEmpty();

    private static IReadOnlyDictionary<DeadlineKind, DeadlineChange.Opened> Open(params IEvent[] facts) =>
        BannedOrganizationDeadlines.Of.Open([Recorded, Banned, BanPublished, .. facts]);
}
