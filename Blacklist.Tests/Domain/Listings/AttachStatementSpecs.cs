using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings.InForce;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class AttachStatementSpecs
{
    private static readonly AppealId Appeal = new(new Guid("0a000000-0000-7000-8000-000000000041"));

    private static readonly AttachStatement Attach = new(Appeal, new Guid("0a000000-0000-7000-8000-000000000042"), Officer);

    private static readonly PersonStatementAttached Attached = new(Id, Appeal, Attach.StatementId, Officer);

    [Fact]
    public void The_persons_words_travel_with_a_listing_in_force() =>
        Given(Proposed, Noticed, Entered).When(l => AttachStatement.Decide(l, Attach)).Then(Attached);

    [Fact]
    public void And_with_a_proposal_that_was_announced() => Given(Proposed, Noticed).When(l => AttachStatement.Decide(l, Attach)).Then(Attached);

    [Fact]
    public void Later_words_replace_earlier_ones()
    {
        var later = Attach with { StatementId = new Guid("0a000000-0000-7000-8000-000000000043") };
        Given(Proposed, Noticed, Entered, Attached).When(l => AttachStatement.Decide(l, later)).Then(Attached with { StatementId = later.StatementId });
    }

    [Fact]
    public void The_same_words_twice_changes_nothing() =>
        Given(Proposed, Noticed, Entered, Attached).When(l => AttachStatement.Decide(l, Attach)).Then();

    [Fact]
    public void Nothing_travels_with_what_was_annulled() =>
        Given(Proposed, Noticed, Entered, Annulled).When(l => AttachStatement.Decide(l, Attach)).ThenRefused(AttachStatement.NotOpen);

    [Fact]
    public void Nor_with_what_was_dropped() =>
        Given(Proposed, Noticed, Dropped).When(l => AttachStatement.Decide(l, Attach)).ThenRefused(AttachStatement.NotOpen);
}
