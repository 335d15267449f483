using System.Collections.Immutable;
using Blacklist.Domain.BannedOrganizations;

namespace Blacklist.Domain.OrganizationNames;

/// <summary>What the registry may say of an organization, from what was decided on it and not annulled since.</summary>
/// <param name="IsUnlawful">It is of one of the unlawful kinds; a lawful body whose registration was revoked is not.</param>
public sealed record KnownDispositions(bool IsUnlawful, ImmutableDictionary<Guid, DispositionKind> Standing)
{
    public static KnownDispositions Of(BannedOrganizationRecorded fact) =>
        new(fact.UnlawfulKind is not null, ImmutableDictionary<Guid, DispositionKind>.Empty);

    public OrganizationStanding Result =>
        Standing.ContainsValue(DispositionKind.Banned) ? OrganizationStanding.Banned
        : IsUnlawful ? OrganizationStanding.Published
        : OrganizationStanding.RegistrationRevoked;

    public KnownDispositions With(Guid disposition, DispositionKind kind) => this with { Standing = Standing.SetItem(disposition, kind) };

    public KnownDispositions Without(Guid disposition) => this with { Standing = Standing.Remove(disposition) };
}
