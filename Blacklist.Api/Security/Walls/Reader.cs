namespace Blacklist.Api.Security.Walls;

/// <summary>For whom rows are read, as the policies of the database ask it (<c>schema/0067_callers_read_behind_a_wall.sql</c>).</summary>
/// <param name="Regions">Patterns of regions.</param>
/// <param name="ChecksOfOthers">Also those that other departments asked.</param>
/// <param name="NoticesOfOthers">Also those to other callers, about the regions.</param>
internal sealed record Reader(string Subject, string Department, string[] Regions, bool ChecksOfOthers, bool NoticesOfOthers)
{
    /// <summary>Sees nothing.</summary>
    public static readonly Reader Nobody = new("", "", [], ChecksOfOthers: false, NoticesOfOthers: false);

    /// <summary>Who answers for what belongs to no region.</summary>
    public static readonly Reader OfAllRegions = new("", "", ["%"], ChecksOfOthers: true, NoticesOfOthers: true);

    public static Reader Of(Caller caller) => new(
        caller.Subject, caller.Department, [.. caller.Regions.Select(region => region.Prefix + "%")],
        // Whoever tells persons who asked for them sees who asked.
        caller.May(Permission.ReadChecksOfOthers) || caller.May(Permission.ReportDisclosures), caller.May(Permission.ReadAudit));
}
