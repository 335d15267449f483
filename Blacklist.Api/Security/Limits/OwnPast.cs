namespace Blacklist.Api.Security.Limits;

/// <summary>
/// Unusual volume of a caller, by its own past: today it asked about more than three times as many persons, or called more than three times as
/// often, as on the median of its working days of the last four weeks. Fewer than five such days, or fewer than 50 today, say nothing.
/// </summary>
internal static class OwnPast
{
    public const int Days = 28;

    private const int EnoughDays = 5;
    private const int EnoughToday = 50;
    private const int Times = 3;

    /// <returns>Null while there are too few days.</returns>
    public static long? Usual(IReadOnlyList<long> workingDays) =>
        workingDays.Count < EnoughDays ? null : workingDays.Order().ElementAt((workingDays.Count - 1) / 2);

    public static bool IsUnusual(long today, long? usual) => usual is { } median && today >= EnoughToday && today > Times * median;
}
