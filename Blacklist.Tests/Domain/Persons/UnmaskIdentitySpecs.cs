using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;
using static Blacklist.Tests.Domain.Persons.APerson;

namespace Blacklist.Tests.Domain.Persons;

public sealed class UnmaskIdentitySpecs
{
    private static readonly ListingId Case = new(new Guid("0d000000-0000-7000-8000-000000000003"));

    private static readonly UnmaskIdentity Unmask = new(Id, Case, IsOnFile: true, UnmaskingPurpose.Service, "送达决定书", Officer, new DateOnly(2026, 11, 21));

    private static readonly IdentityUnmasked Unmasked = new(Id, Case, UnmaskingPurpose.Service, "送达决定书", Officer, new DateOnly(2026, 11, 21));

    [Fact]
    public void That_a_number_was_shown_is_a_fact() => Given().When(p => UnmaskIdentity.Decide(p, Unmask)).Then(Unmasked);

    [Fact]
    public void The_same_clerk_for_the_same_reason_on_the_same_day_changes_nothing() => Given(Unmasked).When(p => UnmaskIdentity.Decide(p, Unmask)).Then();

    [Fact]
    public void On_another_day_by_another_clerk_or_for_another_reason_it_is_another_one()
    {
        Given(Unmasked).When(p => UnmaskIdentity.Decide(p, Unmask with { Today = new DateOnly(2026, 11, 22) })).Then(Unmasked with { UnmaskedOn = new DateOnly(2026, 11, 22) });
        Given(Unmasked).When(p => UnmaskIdentity.Decide(p, Unmask with { By = new ClerkId("another") })).Then(Unmasked with { By = new ClerkId("another") });
        Given(Unmasked).When(p => UnmaskIdentity.Decide(p, Unmask with { Reason = "核对身份" })).Then(Unmasked with { Reason = "核对身份" });
    }

    [Fact]
    public void Where_no_number_is_on_file_there_is_nothing_to_show() =>
        Given().When(p => UnmaskIdentity.Decide(p, Unmask with { IsOnFile = false })).ThenRefused(UnmaskIdentity.NoNumber);
}
