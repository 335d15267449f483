using Blacklist.Domain.BannedOrganizations;
using static Blacklist.Tests.Domain.BannedOrganizations.AnOrganization;

namespace Blacklist.Tests.Domain.BannedOrganizations;

public sealed class PublishDispositionSpecs
{
    private static readonly PublishDisposition Publish = new(BanId, BanPublished.DocumentNumber, BanPublished.PublishedOn, Officer, Today);

    [Fact]
    public void A_ban_is_published() => Given(Recorded, Banned).When(o => PublishDisposition.Decide(o, Publish)).Then(BanPublished);

    [Fact]
    public void Publishing_twice_changes_nothing() =>
        Given(Recorded, Banned, BanPublished).When(o => PublishDisposition.Decide(o, Publish)).Then();

    [Fact]
    public void On_the_day_of_the_decision_it_may_be_published() =>
        Given(Recorded, Banned).When(o => PublishDisposition.Decide(o, Publish with { PublishedOn = BannedOn }))
            .Then(BanPublished with { PublishedOn = BannedOn });

    [Fact]
    public void What_was_withdrawn_and_stands_may_be_published_again() =>
        Given(Recorded, Banned, BanPublished, BanWithdrawn).When(o => PublishDisposition.Decide(o, Publish with { PublishedOn = Today }))
            .Then(BanPublished with { PublishedOn = Today });

    [Fact]
    public void An_annulled_ban_is_not_published() =>
        Given(Recorded, Banned, BanAnnulled).When(o => PublishDisposition.Decide(o, Publish)).ThenRefused(PublishDisposition.DecisionAnnulled);

    [Fact]
    public void A_decision_that_was_never_made_cannot_be_published() =>
        Given(Recorded).When(o => PublishDisposition.Decide(o, Publish)).ThenRefused(PublishDisposition.Unknown);

    [Fact]
    public void Persuasion_is_not_published() =>
        Given(Recorded, Banned with { Kind = DispositionKind.PersuadedToDisband }).When(o => PublishDisposition.Decide(o, Publish))
            .ThenRefused(PublishDisposition.NotForThePublic);

    [Fact]
    public void Nothing_is_published_before_it_was_decided() =>
        Given(Recorded, Banned).When(o => PublishDisposition.Decide(o, Publish with { PublishedOn = BannedOn.AddDays(-1) }))
            .ThenRefused(PublishDisposition.BeforeDecision);

    [Fact]
    public void A_publication_of_tomorrow_is_refused() =>
        Given(Recorded, Banned).When(o => PublishDisposition.Decide(o, Publish with { PublishedOn = Today.AddDays(1) }))
            .ThenRefused(PublishDisposition.InFuture);
}
