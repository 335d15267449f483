using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Registration;

namespace Blacklist.Domain.Rules;

/// <summary>To whom a rule applies. An empty list means: all.</summary>
/// <param name="OrganizationKinds">What the disposed organization was registered as; matters for revocations.</param>
public sealed record Scope(
    IReadOnlyList<DispositionKind> Dispositions, IReadOnlyList<Part> Parts, IReadOnlyList<OrganizationKind> OrganizationKinds)
{
    public bool Includes(DispositionKind disposition, Part part, OrganizationKind? registeredAs) =>
        Dispositions.Names(disposition)
        && Parts.Names(part)
        && (OrganizationKinds.Count == 0 || (registeredAs is { } kind && OrganizationKinds.Contains(kind)));

    public bool Equals(Scope? other) =>
        other is not null && Sequences.Same(Dispositions, other.Dispositions) && Sequences.Same(Parts, other.Parts)
        && Sequences.Same(OrganizationKinds, other.OrganizationKinds);

    public override int GetHashCode() => HashCode.Combine(Dispositions.Count, Parts.Count, OrganizationKinds.Count);
}
