using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Eligibility.Index.Packed;

/// <summary>
/// What a rule asks of a listing, in four bytes: the day of the decision, its kind, the person's part and what the organization was registered as,
/// where the listing stands; and whether the row still counts.
/// </summary>
internal static class PackedMarks
{
    /// <summary>How many values <see cref="Profile"/> can take.</summary>
    public const int Profiles = 256;

    /// <summary>What the row says is no longer so.</summary>
    public const uint Superseded = 8;

    private const uint StatusBits = 7;

    private static readonly DateOnly FirstDay = new(1900, 1, 1);
    private static readonly int Parts = Enum.GetValues<Part>().Length;
    private static readonly int Kinds = Enum.GetValues<OrganizationKind>().Length + 1;
    private static readonly bool[] Bears = [.. Enumerable.Range(0, 16).Select(low => low < Superseded && ListingFacts.CanBear((ListingStatus)low))];

    /// <summary>Null for a day that does not fit.</summary>
    public static uint? Pack(ListingFacts listing)
    {
        var day = listing.DispositionDate.DayNumber - FirstDay.DayNumber;
        var profile = (((int)listing.Disposition * Parts) + (int)listing.Part) * Kinds + (listing.RegisteredAs is { } kind ? (int)kind + 1 : 0);
        return day is < 0 or > ushort.MaxValue || profile >= Profiles ? null : ((uint)day << 16) | ((uint)profile << 8) | (uint)listing.Status;
    }

    /// <summary>It counts, and where the listing stands it can bear on a verdict.</summary>
    public static bool CanBear(uint marks) => Bears[marks & 15];

    public static int Profile(uint marks) => (int)(marks >> 8) & 255;

    public static DateOnly Day(uint marks) => FirstDay.AddDays((int)(marks >> 16));

    public static ListingStatus Status(uint marks) => (ListingStatus)(marks & StatusBits);

    public static DispositionKind Disposition(int profile) => (DispositionKind)(profile / Kinds / Parts);

    public static Part PartOf(int profile) => (Part)(profile / Kinds % Parts);

    public static OrganizationKind? RegisteredAs(int profile) => profile % Kinds is > 0 and var kind ? (OrganizationKind)(kind - 1) : null;

    /// <summary>Whether the rule applies to such a decision and such a part.</summary>
    public static bool Includes(Scope scope, int profile) => scope.Includes(Disposition(profile), PartOf(profile), RegisteredAs(profile));

    /// <summary>Decisions of this day and later bear this or more in their upper half.</summary>
    public static uint DayBits(DateOnly day) => (uint)Math.Clamp(day.DayNumber - FirstDay.DayNumber, 0, ushort.MaxValue);
}
