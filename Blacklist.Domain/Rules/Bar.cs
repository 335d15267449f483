using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;

namespace Blacklist.Domain.Rules;

/// <summary>From what a rule bars. An empty list means: all.</summary>
/// <param name="Positions">Positions the text names.</param>
/// <param name="ReviewPositions">Positions the text may cover; a person decides.</param>
/// <param name="CharitableOnly">Only organizations that are charitable.</param>
/// <param name="Region">Where applications are barred: the code and everything below it, and what was there under codes that are retired; 000000 is the whole country.</param>
public sealed record Bar(
    IReadOnlyList<Position> Positions,
    IReadOnlyList<Position> ReviewPositions,
    IReadOnlyList<OrganizationKind> OrganizationKinds,
    bool CharitableOnly,
    RegionCode Region)
{
    public bool Covers(Position position, Organization organization, RegionCatalogue regions) =>
        (Positions.Names(position) || ReviewPositions.Contains(position))
        && OrganizationKinds.Names(organization.Kind)
        && (organization.Charitable || !CharitableOnly)
        && regions.Covers(Region, organization.Region);

    /// <summary>Whether the text itself names the position, so that nobody has to interpret it.</summary>
    public bool Names(Position position) => Positions.Names(position);

    public bool Equals(Bar? other) =>
        other is not null && Sequences.Same(Positions, other.Positions) && Sequences.Same(ReviewPositions, other.ReviewPositions)
        && Sequences.Same(OrganizationKinds, other.OrganizationKinds) && CharitableOnly == other.CharitableOnly && Region == other.Region;

    public override int GetHashCode() => HashCode.Combine(Positions.Count, ReviewPositions.Count, CharitableOnly, Region);
}
