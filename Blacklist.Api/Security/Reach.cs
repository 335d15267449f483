namespace Blacklist.Api.Security;

/// <summary>
/// How far a permission goes at an endpoint. A region is within reach when it is one of the caller's, lies below one of them (GB/T 2260), or is a retired
/// code that went on in one of them (<see cref="Domain.Regions.RegionSuccession"/>).
/// </summary>
/// <param name="Elsewhere">The status a caller gets beyond it; null where nothing lies beyond, or where a list leaves it out.</param>
internal sealed record Reach(string Name, string Means, int? Elsewhere)
{
    public static readonly Reach Everywhere = new("everywhere", "What it shows or changes belongs to no region.", null);

    public static readonly Reach WholeNation = new(
        "whole nation", "It holds for everybody: only for who works for the whole country (000000).", StatusCodes.Status403Forbidden);

    public static readonly Reach NamedRegion = new(
        "named region", "The request names a region, so nothing is hidden by saying that it is not the caller's.", StatusCodes.Status403Forbidden);

    public static readonly Reach NamedRegionAndPurpose = new(
        "named region and purpose", "As a named region; the purpose must be one that the caller was given.", StatusCodes.Status403Forbidden);

    public static readonly Reach RegionOfRule = new(
        "region of the rule", "Everybody may read the rules; who changes one works for all of the region in which it bars.", StatusCodes.Status403Forbidden);

    public static readonly Reach ThingOfRegion = new(
        "thing of a region", "One thing by its id, also when the body names it: of another region it is answered as if it did not exist.", StatusCodes.Status404NotFound);

    public static readonly Reach ListOfRegions = new("list of regions", "Rows of other regions are left out.", null);

    public static readonly Reach AskedCheck = new(
        "asked check",
        "A check of the region. Without the permission `ReadChecksOfOthers` only one that the caller's own department asked, or the caller; of others only what tells no more than the caller may learn. Any other is answered as if it did not exist.",
        StatusCodes.Status404NotFound);

    public static readonly Reach AskedChecks = new("asked checks", "Rows of checks as `asked check`; others are left out.", null);

    public static readonly Reach OwnThing = new(
        "own thing", "What was told to the caller; with the permission `ReadAudit` what was told to anybody about a region. Anything else is answered as if it did not exist.",
        StatusCodes.Status404NotFound);

    public static readonly Reach OwnList = new("own list", "What was told to the caller; with the permission `ReadAudit` what was told to anybody about a region.", null);

    public static readonly Reach GivenPurpose = new(
        "given purpose", "The purpose must be one that the caller was given; each row names a region and is answered for itself.", StatusCodes.Status403Forbidden);

    public static readonly Reach SentThing = new(
        "sent thing", "What the caller itself sent. Anything else is answered as if it did not exist.", StatusCodes.Status404NotFound);

    public static readonly Reach SentList = new("sent list", "What the caller itself sent.", null);

    public override string ToString() => Name;
}
