using Blacklist.Domain.Regions;

namespace Blacklist.Domain.Registration;

/// <summary>The organization that is to be registered or changed.</summary>
/// <param name="Region">GB/T 2260 code of the registration authority's region.</param>
public sealed record Organization(string Name, OrganizationKind Kind, bool Charitable, RegionCode Region);
