using Blacklist.Domain.Names;

namespace Blacklist.Domain.Eligibility;

/// <summary>
/// Unchanged listings under a name compatible with an applicant's, whose persons a lifelong number tells apart from the applicant. They change
/// no verdict and there may be thousands: they are counted together, and only those that are shown are looked at.
/// </summary>
public abstract class Namesakes
{
    public static Namesakes None { get; } = new Nobody();

    /// <summary>Pairs of a listing that can bear on a verdict and a rule that reaches it.</summary>
    public abstract int Count(IReadOnlyList<RuleReach> rules);

    /// <summary>Those that one of the rules reaches: the nearest name first, then by number.</summary>
    public abstract IEnumerable<(NameGrade Grade, ListingFacts Listing)> InOrder(IReadOnlyList<RuleReach> rules);

    private sealed class Nobody : Namesakes
    {
        public override int Count(IReadOnlyList<RuleReach> rules) => 0;

        public override IEnumerable<(NameGrade Grade, ListingFacts Listing)> InOrder(IReadOnlyList<RuleReach> rules) => [];
    }
}
