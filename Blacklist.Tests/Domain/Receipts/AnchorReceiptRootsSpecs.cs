using Blacklist.Domain.Kernel;
using Blacklist.Domain.Receipts;

namespace Blacklist.Tests.Domain.Receipts;

public sealed class AnchorReceiptRootsSpecs
{
    private static readonly ReceiptChainId Chain = new(new Guid("0d000000-0000-7000-8000-000000000001"));
    private static readonly ClerkId Registry = new("receipt-anchoring");
    private static readonly string FirstHead = new('a', 64);
    private static readonly string SecondHead = new('b', 64);

    private static readonly ReceiptRootsAnchored UpToThree = new(Chain, 1, 3, FirstHead, Registry);
    private static readonly ReceiptRootsAnchored UpToFive = new(Chain, 4, 5, SecondHead, Registry);

    private static readonly AnchorReceiptRoots AnchorThree = new(Chain, 1, ReceiptChain.Beginning, 3, FirstHead, Unbroken: true, Registry);
    private static readonly AnchorReceiptRoots AnchorFive = new(Chain, 4, FirstHead, 5, SecondHead, Unbroken: true, Registry);

    [Fact]
    public void The_roots_of_a_new_chain_are_anchored_by_the_last_ones_head() => Given().When(Anchor(AnchorThree)).Then(UpToThree);

    [Fact]
    public void The_next_ones_follow_where_the_last_were_anchored() => Given(UpToThree).When(Anchor(AnchorFive)).Then(UpToFive);

    [Fact]
    public void Anchoring_twice_changes_nothing() => Given(UpToThree).When(Anchor(AnchorThree)).Then();

    [Fact]
    public void A_chain_with_a_missing_root_is_not_anchored() => Given(UpToThree).When(Anchor(AnchorFive with { First = 5 })).ThenRefused(AnchorReceiptRoots.Broken);

    [Fact]
    public void A_chain_that_does_not_follow_its_anchor_is_not_anchored() =>
        Given(UpToThree).When(Anchor(AnchorFive with { Previous = SecondHead })).ThenRefused(AnchorReceiptRoots.Broken);

    [Fact]
    public void A_chain_that_is_broken_within_is_not_anchored() =>
        Given(UpToThree).When(Anchor(AnchorFive with { Unbroken = false })).ThenRefused(AnchorReceiptRoots.Broken);

    private static Func<ReceiptChain, Outcome> Anchor(AnchorReceiptRoots command) => chain => AnchorReceiptRoots.Decide(chain, command);

    private static Scenario<ReceiptChain> Given(params IEvent[] facts) => Scenario<ReceiptChain>.Given(ReceiptChain.Initial, ReceiptChain.Evolve, facts);
}
