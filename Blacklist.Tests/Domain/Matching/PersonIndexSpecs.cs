using Blacklist.Api.Demo;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Matching;
using Blacklist.Domain.Names;

namespace Blacklist.Tests.Domain.Matching;

public sealed class PersonIndexSpecs
{
    private const string Number = "70000019851231003X";
    private const string OtherNumber = "700000200002290024";

    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Nobody_whom_a_human_should_see_is_left_out()
    {
        var listed = Draw(1_500, seed: 1);
        var index = PersonIndex.Of(listed.Select((person, handle) => (handle, person)));

        foreach (var applicant in Draw(200, seed: 2))
        {
            var wanted = listed.Index().Where(entry => IsWanted(PersonMatch.Of(applicant, entry.Item, regionAgrees: true))).Select(entry => entry.Index);
            index.Find(applicant).ToHashSet().IsSupersetOf(wanted).ShouldBeTrue(applicant.Name.Original);
        }
    }

    [Fact]
    public void Every_name_of_a_person_leads_there()
    {
        var person = Person("张三丰") with { OtherNames = [Name("李小四")] };
        var index = PersonIndex.Empty.With(1, person).With(2, Person("王小五"));

        index.Find(Person("李小四")).ShouldBe([1]);
        index.Find(Person("赵大海") with { OtherNames = [Name("张三丰"), Name("李小四")] }).ShouldBe([1]);
        index.Without(1, person).Find(Person("李小四")).ShouldBeEmpty();
    }

    [Fact]
    public void A_resident_number_on_both_sides_leaves_only_equal_names()
    {
        var index = PersonIndex.Empty.With(1, Person("张三峰", Number)).With(2, Person("张三丰", Number));

        index.Find(Person("张三丰", OtherNumber)).ShouldBe([2]);
        index.Find(Person("张三丰")).ShouldBe([1, 2], ignoreOrder: true);
    }

    [Fact]
    public void The_likeliest_match_is_shown_first_and_the_number_cut_off_is_said()
    {
        var applicant = Person("张三丰", Number);
        PersonIdentity[] listed =
        [
            Person("张三丰"), Person("张三峰") with { BirthDate = new DateOnly(1985, 12, 31) }, Person("張三豐"), Person("张三丰", Number), Person("张三丰"),
        ];

        var (shown, cutOff) = MatchRanking.Best(listed.Select(person => (person, Match: PersonMatch.Of(applicant, person))), found => found.Match, 3);

        shown.Select(found => found.person).ShouldBe([listed[3], listed[1], listed[0]]);
        cutOff.ShouldBe(2);
    }

    // An equal number is found by the number.
    private static bool IsWanted(PersonMatch match) =>
        match.MatchedBy is null && (match.Match != Match.None || (match.Name.Grade.IsCompatible() && match.Reasons.Contains(MatchReason.DifferentDocument)));

    private static List<PersonIdentity> Draw(int count, ulong seed)
    {
        var names = new RealisticNames();
        var random = new SplitMix64(seed);
        return [.. Enumerable.Range(0, count).Select(place => Person(names.Draw(ref random), (place % 3) switch { 0 => Number, 1 => OtherNumber, _ => null }))];
    }

    private static PersonIdentity Person(string name, string? number = null) =>
        new(Name(name), number is null ? [] : [IdentityDocument.Parse(DocumentType.ResidentId, number, null, Today).Value!], null, null);

    private static PersonName Name(string name) => PersonName.Parse(name).Value.ShouldNotBeNull();
}
