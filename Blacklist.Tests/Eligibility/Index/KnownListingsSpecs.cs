using Blacklist.Api.Audit;
using Blacklist.Api.Eligibility;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Eligibility.Index.Loading;
using Blacklist.Api.Rules;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Persons;

namespace Blacklist.Tests.Eligibility.Index;

/// <summary>However listings are kept, the answers are those of the verdict over all of them.</summary>
public sealed class KnownListingsSpecs
{
    private const int Listings = 600;
    private const int Questions = 250;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Answers_are_those_of_looking_at_every_listing(int seed)
    {
        var register = new AnyRegister(seed);
        var all = Enumerable.Range(0, Listings).Select(_ => register.Listed()).ToList();
        var known = Filled(all);

        known.Packed.Count.ShouldBeGreaterThan(Listings / 3);
        known.Loose.Count.ShouldBeGreaterThan(Listings / 10);
        ShouldAnswerAs(all, known, register).ShouldBeGreaterThan(Questions / 4, "questions with a reason");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task They_still_are_after_changes_and_when_what_was_loose_is_packed_meanwhile(int seed)
    {
        var register = new AnyRegister(seed);
        var all = Enumerable.Range(0, Listings).Select(_ => register.Listed()).ToDictionary(person => person.Listing.Id);
        var known = Filled([.. all.Values.Take(Listings / 2)]);
        foreach (var later in all.Values.Skip(Listings / 2))
        {
            Set(known, all, later);
        }

        ChangeSome(0);
        ShouldAnswerAs(all.Values, known, register);
        var repacking = new Repacking(known, _ => true);
        ChangeSome(1);
        await Poll.Until(() => repacking.IsDone);
        var packed = repacking.Result(known);

        packed.Loose.Count.ShouldBeLessThan(known.Loose.Count);
        ShouldAnswerAs(all.Values, packed, register);
        packed.Count.ShouldBe(Listings);
        packed.All.OrderBy(listing => listing.Id.Value).ShouldBe(all.Values.Select(person => person.Listing).OrderBy(listing => listing.Id.Value));

        void ChangeSome(int first)
        {
            foreach (var listing in all.Keys.Where((_, place) => place % 11 == first).ToList())
            {
                Set(known, all, all[listing] with { Listing = register.Changed(all[listing].Listing) });
            }
        }
    }

    [Fact]
    public void However_many_rules_there_are_a_namesake_counts_for_each_that_reaches_it()
    {
        var register = new AnyRegister(seed: 4);
        var known = Filled([.. Enumerable.Range(0, Listings).Select(_ => register.Listed())]);
        var shipped = RulesFile.Read().Select(rule => RuleReach.On(new DateOnly(2026, 11, 22), rule)).ToList();
        List<RuleReach> many = [.. Enumerable.Repeat(shipped, 140 / shipped.Count).SelectMany(rules => rules)];

        var pairs = 0;
        for (var asked = 0; asked < Questions; asked++)
        {
            var namesakes = known.Packed.NamesakesOf(register.Question().Applicants[0].Identity);
            var counted = namesakes.Reached(many, most: 3).Pairs;
            counted.ShouldBe(many.Sum(rule => namesakes.Reached([rule], most: 3).Pairs));
            pairs += counted;
        }

        many.Count.ShouldBeGreaterThan(64);
        pairs.ShouldBeGreaterThan(many.Count);
    }

    private static KnownListings Filled(IReadOnlyList<ListedPerson> listed)
    {
        var intake = new ListingIntake(new RecordedLinks([]));
        foreach (var person in listed)
        {
            intake.Add(person.Listing);
        }

        foreach (var person in listed)
        {
            intake.Identify(person.Listing.PersonId, person.Identity);
        }

        return new KnownListings(intake.Pack(), new LooseListings(intake.Loose(PersonLinks.None)));
    }

    private static void Set(KnownListings known, Dictionary<Blacklist.Domain.Kernel.ListingId, ListedPerson> all, ListedPerson person)
    {
        all[person.Listing.Id] = person;
        known.Loose.Set(person);
        known.Packed.Supersede(person.Listing.Id);
    }

    private static int ShouldAnswerAs(IReadOnlyCollection<ListedPerson> all, KnownListings known, AnyRegister register)
    {
        var reasons = 0;
        for (var asked = 0; asked < Questions; asked++)
        {
            var question = register.Question();
            var expected = AnyRegister.Answer(question, _ => all);
            var answer = AnyRegister.Answer(question, one => known.Possible(one.Identity), one => known.Packed.NamesakesOf(one.Identity));
            Text(answer).ShouldBe(Text(expected), $"question {asked}");
            reasons += expected.Applicants[0].Reasons.Count > 0 ? 1 : 0;
        }

        return reasons;
    }

    private static string Text(EligibilityAnswer answer) => System.Text.Encoding.UTF8.GetString(AnswerJson.WriteAsOf(0, answer, DisclosureTier.Grounds));
}
