namespace Blacklist.Domain.Matching;

/// <summary>As many matches as a clerk can read, the likeliest first.</summary>
public static class MatchRanking
{
    /// <returns>What is shown, and how many more there are: never silently cut.</returns>
    public static (IReadOnlyList<T> Shown, int CutOff) Best<T>(IEnumerable<T> found, Func<T, PersonMatch> matchOf, int most)
    {
        var ranked = found
            .OrderByDescending(item => matchOf(item).Match)
            .ThenByDescending(item => matchOf(item).Reasons.Contains(MatchReason.SameDocument))
            .ThenByDescending(item => matchOf(item).Reasons.Contains(MatchReason.BirthDateAgrees))
            .ThenBy(item => matchOf(item).Name.Grade)
            .ThenByDescending(item => matchOf(item).Reasons.Contains(MatchReason.RegionAgrees))
            .ToList();
        return (ranked.Take(most).ToList(), Math.Max(0, ranked.Count - most));
    }
}
