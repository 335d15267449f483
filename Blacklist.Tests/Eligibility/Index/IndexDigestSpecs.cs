using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Eligibility.Index.Packed;
using Blacklist.Api.Eligibility.Index.SelfCheck;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Names;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;
using Blacklist.Tests.Vault;
using Npgsql;

namespace Blacklist.Tests.Eligibility.Index;

/// <summary>Two indexes that hold the same have the same digest, and no others.</summary>
public sealed class IndexDigestSpecs
{
    private const int Listings = 400;

    private static readonly IdentityVault Vault = new(NpgsqlDataSource.Create("Host=nowhere"), new KeyRing(VaultSamples.Keys(seed: 1)));
    private static readonly Guid Other = new("70000000-0000-4000-8000-000000000001");
    private static readonly ClerkId Clerk = new("test");
    private static readonly DateOnly Day = new(2026, 1, 1);

    private static readonly Func<ListedPerson, ListedPerson>[] Alterations =
    [
        Listing(listing => listing with { Id = new ListingId(Other) }),
        Listing(listing => listing with { Number = "150600-2026-000002" }),
        Listing(listing => listing with { PersonId = new PersonId(Other) }),
        Listing(listing => listing with { DispositionId = Other }),
        Listing(listing => listing with { Disposition = DispositionKind.Revoked }),
        Listing(listing => listing with { DispositionDate = Day.AddDays(1) }),
        Listing(listing => listing with { DispositionDocument = "某取字〔2026〕2号" }),
        Listing(listing => listing with { Part = Enum.GetValues<Part>()[1] }),
        Listing(listing => listing with { RegisteredAs = OrganizationKind.Foundation }),
        Listing(listing => listing with { Region = RegionCode.Parse("150602").Value! }),
        Listing(listing => listing with { Status = ListingStatus.Lapsed }),
        Listing(listing => listing with { DispositionAnnulled = true }),
        Listing(listing => ListingFacts.Evolve(listing, new ListingSuspended(listing.Id, Day, null, "某决字〔2026〕1号", "复核", Clerk))),
        Listing(listing => ListingFacts.Evolve(listing, new ListingSuspended(listing.Id, Day, Day, "某决字〔2026〕1号", "复核", Clerk))),
        Identity(person => person with { Name = PersonName.Parse("李四").Value! }),
        Identity(person => person with { OtherNames = [PersonName.Parse("李四").Value!] }),
        Identity(person => person with { Documents = [] }),
        Identity(person => person with { Documents = [AResidentId("19800102")] }),
        Identity(person => person with { Documents = [AResidentId("19800101"), AResidentId("19800102")] }),
        Identity(person => person with { Documents = [], BirthDate = Day }),
        Identity(person => person with { Documents = [], Sex = Sex.Male }),
        Identity(person => person with { Documents = [], BirthYear = 1980 }),
    ];

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void It_is_the_same_packed_and_loose_and_in_any_order(int seed)
    {
        var register = new AnyRegister(seed);
        var all = Enumerable.Range(0, Listings).Select(_ => register.Listed()).ToList();
        var packed = Packed(all);

        packed.Packed.Count.ShouldBeGreaterThan(Listings / 3);
        Digest(packed).ShouldBe(Digest(Loose(all)));
        Digest(Packed([.. all.AsEnumerable().Reverse()])).ShouldBe(Digest(packed));
        Digest(packed).Rows.ShouldBe(Listings);
    }

    [Fact]
    public void What_replaced_a_packed_listing_counts_and_the_packed_one_no_longer()
    {
        var register = new AnyRegister(13);
        var all = Enumerable.Range(0, Listings).Select(_ => register.Listed()).ToList();
        var packed = Packed(all);
        for (var place = 0; place < Listings; place += 7)
        {
            all[place] = all[place] with { Listing = register.Changed(all[place].Listing) };
            packed.Loose.Set(all[place]);
            packed.Packed.Supersede(all[place].Listing.Id);
        }

        Digest(packed).ShouldBe(Digest(Loose(all)));
    }

    [Fact]
    public void What_was_at_rest_is_summed_up_as_it_was_whatever_becomes_of_the_index()
    {
        var register = new AnyRegister(14);
        var all = Enumerable.Range(0, Listings).Select(_ => register.Listed()).ToList();
        var known = Packed(all);
        var (rest, before) = (new ListingsAtRest(known), Digest(known));
        foreach (var listed in all.Where((_, place) => place % 3 == 0))
        {
            known.Loose.Set(listed with { Listing = register.Changed(listed.Listing) });
            known.Packed.Supersede(listed.Listing.Id);
        }

        known.Loose.Remove(known.Loose.All.First().Listing.Id);
        Digest(known).ShouldNotBe(before);
        rest.Sum(Pace.Full).Result(Vault).ShouldBe(before);
    }

    [Fact]
    public void Each_thing_that_counts_changes_it()
    {
        var digests = Alterations.Select(alter => alter(One())).Prepend(One()).Select(person => Digest(Packed([person])).Digest).ToList();

        digests.Distinct().Count().ShouldBe(Alterations.Length + 1);
    }

    [Fact]
    public void A_row_that_is_there_twice_is_not_a_row_that_is_missing() =>
        Sum("a", "a").ShouldNotBe(Sum());

    private static RowsDigest Sum(params string[] rows)
    {
        var sum = new RowSum(Pace.Full);
        foreach (var one in rows)
        {
            sum.Add(one, (row, text) => row.Write(text));
        }

        return sum.Result(Vault);
    }

    private static RowsDigest Digest(KnownListings known) => new ListingsAtRest(known).Sum(Pace.Full).Result(Vault);

    private static KnownListings Loose(IReadOnlyList<ListedPerson> all) => new(PackedRegister.Empty, new LooseListings(all));

    private static KnownListings Packed(IReadOnlyList<ListedPerson> all)
    {
        var build = new PackedBuild();
        foreach (var person in all)
        {
            build.Add(person);
        }

        var packed = build.Build();
        return new KnownListings(packed, new LooseListings([.. all.Where(person => packed.Find(person.Listing.Id) is null)]));
    }

    private static ListedPerson One() => new(
        new PersonIdentity(PersonName.Parse("张三").Value!, [AResidentId("19800101")], null, null),
        new ListingFacts(
            new ListingId(new Guid("70000000-0000-4000-8000-000000000002")), "150600-2026-000001", new PersonId(new Guid("70000000-0000-4000-8000-000000000003")),
            new Guid("70000000-0000-4000-8000-000000000004"), DispositionKind.Banned, Day, "某取字〔2026〕1号", Enum.GetValues<Part>()[0], null,
            RegionCode.Parse("150600").Value!, ListingStatus.InForce, DispositionAnnulled: false, ListingChanges.None));

    private static IdentityDocument AResidentId(string born) =>
        IdentityDocument.Parse(DocumentType.ResidentId, ResidentId.WithCheckDigit($"700000{born}001"), null, Day).Value!;

    private static Func<ListedPerson, ListedPerson> Listing(Func<ListingFacts, ListingFacts> alter) => person => person with { Listing = alter(person.Listing) };

    private static Func<ListedPerson, ListedPerson> Identity(Func<PersonIdentity, PersonIdentity> alter) => person => person with { Identity = alter(person.Identity) };
}
