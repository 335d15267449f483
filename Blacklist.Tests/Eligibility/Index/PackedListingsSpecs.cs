using Blacklist.Api.Eligibility.Index.Packed;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Registration;

namespace Blacklist.Tests.Eligibility.Index;

public sealed class PackedListingsSpecs
{
    [Theory]
    [InlineData("150600-2026-000012")]
    [InlineData("000000-1900-000000")]
    [InlineData("999999-2155-999999999")]
    [InlineData("150600-2026-1000000")]
    [InlineData("150600-2026-7")]
    public void A_listing_number_comes_back_as_it_was(string number) => ListingNumbers.Read(ListingNumbers.Pack(number)!.Value).ShouldBe(number);

    [Theory]
    [InlineData("150600-2026-")]
    [InlineData("150600-2026-0000000001")]
    [InlineData("150600-1899-000001")]
    [InlineData("15060-2026-000001")]
    [InlineData("150600-2026-00001a")]
    [InlineData("旧-1")]
    public void A_number_of_another_form_is_not_packed(string number) => ListingNumbers.Pack(number).ShouldBeNull();

    [Fact]
    public void Packed_numbers_stand_in_the_order_of_their_text()
    {
        string[] numbers = ["150600-2025-999999", "150600-2026-000001", "150600-2026-00001", "150600-2026-1", "150600-2026-10", "150600-2026-1000000", "150600-2026-999999", "150601-2000-1"];

        numbers.OrderBy(number => ListingNumbers.Pack(number)!.Value).ShouldBe(numbers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_kind_of_listing_has_marks_of_its_own()
    {
        var marks = new HashSet<uint>();
        foreach (var (kind, part, status) in
            from kind in Enum.GetValues<DispositionKind>() from part in Enum.GetValues<Part>() from status in Enum.GetValues<ListingStatus>() select (kind, part, status))
        {
            foreach (var registered in Enum.GetValues<OrganizationKind>().Cast<OrganizationKind?>().Append(null))
            {
                var packed = PackedMarks.Pack(AListing with { Disposition = kind, Part = part, RegisteredAs = registered, Status = status }).ShouldNotBeNull();
                var profile = PackedMarks.Profile(packed);
                (PackedMarks.Disposition(profile), PackedMarks.PartOf(profile), PackedMarks.RegisteredAs(profile), PackedMarks.Status(packed), PackedMarks.Day(packed))
                    .ShouldBe((kind, part, registered, status, AListing.DispositionDate));
                PackedMarks.CanBear(packed).ShouldBe(ListingFacts.CanBear(status));
                PackedMarks.CanBear(packed | PackedMarks.Superseded).ShouldBeFalse();
                marks.Add(packed).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void A_table_of_rows_finds_every_row_of_a_key_and_few_others()
    {
        var table = new RowTable(1_000, row => (ulong)(row / 3));

        var looked = 0;
        for (var key = 0; key < 2_000; key++)
        {
            var found = new List<int>();
            foreach (var row in table[(ulong)key])
            {
                looked++;
                found.AddRange(row / 3 == key ? [row] : []);
            }

            found.Order().ShouldBe(Enumerable.Range(0, 1_000).Where(row => row / 3 == key));
        }

        looked.ShouldBeLessThan(1_100);
    }

    private static ListingFacts AListing => new AnyRegister(seed: 1).Listed().Listing;
}
