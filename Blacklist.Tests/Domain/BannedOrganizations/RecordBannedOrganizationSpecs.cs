using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Registration;
using static Blacklist.Tests.Domain.BannedOrganizations.AnOrganization;

namespace Blacklist.Tests.Domain.BannedOrganizations;

public sealed class RecordBannedOrganizationSpecs
{
    private static readonly RecordBannedOrganization Command = new(
        Id, Recorded.Name, Recorded.Aliases, null, UnlawfulKind.Unregistered, null, 4, Ordos, null, null);

    [Fact]
    public void An_organization_is_recorded() => Given().When(o => RecordBannedOrganization.Decide(o, Command)).Then(Recorded);

    [Fact]
    public void Recording_twice_changes_nothing() => Given(Recorded).When(o => RecordBannedOrganization.Decide(o, Command)).Then();

    [Fact]
    public void A_revoked_lawful_body_is_of_no_unlawful_kind() =>
        Given().When(o => RecordBannedOrganization.Decide(o, Command with { UnlawfulKind = null, RegisteredAs = OrganizationKind.Foundation }))
            .Then(Recorded with { UnlawfulKind = null, RegisteredAs = OrganizationKind.Foundation });

    [Fact]
    public void An_organization_that_is_neither_unlawful_nor_was_registered_is_refused() =>
        Given().When(o => RecordBannedOrganization.Decide(o, Command with { UnlawfulKind = null }))
            .ThenRefused(RecordBannedOrganization.KindMissing);
}
