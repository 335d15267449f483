using Blacklist.Domain.Names;

namespace Blacklist.Domain.Eligibility;

/// <summary>
/// Unchanged listings under a name compatible with an applicant's, whose persons a lifelong number tells apart from the applicant. They change
/// no verdict and there may be thousands: they are counted together, and only those that are shown are looked at.
/// </summary>
public abstract class Namesakes
{
    public static Namesakes None { get; } = new Nobody();

    /// <summary>Those that can bear on a verdict and that a rule reaches.</summary>
    /// <param name="most">How many to look at.</param>
    /// <returns>Pairs of a listing and a rule that reaches it, counted; the first of the listings, the nearest name first, then by number.</returns>
    public abstract (int Pairs, IReadOnlyList<(NameGrade Grade, ListingFacts Listing)> First) Reached(IReadOnlyList<RuleReach> rules, int most);

    private sealed class Nobody : Namesakes
    {
        public override (int Pairs, IReadOnlyList<(NameGrade Grade, ListingFacts Listing)> First) Reached(IReadOnlyList<RuleReach> rules, int most) => (0, []);
    }
}
