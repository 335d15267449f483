using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Regions;

namespace Blacklist.Domain.Registration;

/// <summary>The organization that is to be registered or changed.</summary>
/// <param name="Approval">Document of the approval that a name with words such as 中国 or 国际 needs; null when there is none.</param>
/// <param name="Region">GB/T 2260 code of the registration authority's region.</param>
public sealed record Organization(
    OrganizationName Name, OrganizationKind Kind, bool Charitable, RegionCode Region, string? Approval = null);
