using Blacklist.Domain.Determinations;
using static Blacklist.Tests.Domain.Determinations.ADetermination;

namespace Blacklist.Tests.Domain.Determinations;

public sealed class RevokeDeterminationSpecs
{
    private static readonly RevokeDetermination Revoke = new(Revoked.Reason, Revoked.By);

    [Fact]
    public void A_finding_is_taken_back_with_a_reason() => Given(Same, Confirmed).When(d => RevokeDetermination.Decide(d, Revoke)).Then(Revoked);

    [Fact]
    public void Revoking_twice_changes_nothing() => Given(Different, Revoked).When(d => RevokeDetermination.Decide(d, Revoke)).Then();

    [Fact]
    public void Where_nothing_was_found_there_is_nothing_to_revoke() => Given().When(d => RevokeDetermination.Decide(d, Revoke)).Then();
}
