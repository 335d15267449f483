using System.Diagnostics;
using Blacklist.Api.Demo;
using Blacklist.Domain.Identity;
using Xunit.Abstractions;

namespace Blacklist.Tests.Demo;

public sealed class SyntheticPersonsTests(ITestOutputHelper output)
{
    private static readonly NameTables Names = NameTables.Read();
    private static readonly SyntheticPersons Persons = new(Names, seed: 20261121);

    /// <summary>Fixed here: every machine and every runtime must give the same persons.</summary>
    [Fact]
    public void A_seed_and_an_index_always_give_the_same_person() =>
        new[] { Persons[0], Persons[1], Persons[499_999] }.ShouldBe(
        [
            new("魏辰宇", "700000198410040016", Sex.Male, new(1984, 10, 4)),
            new("梁佳轩", "700001198912180015", Sex.Male, new(1989, 12, 18)),
            new("严冠杰", "704999198411171995", Sex.Male, new(1984, 11, 17)),
        ]);

    [Fact]
    public void Another_seed_gives_other_persons() => new SyntheticPersons(Names, seed: 1)[0].ShouldNotBe(Persons[0]);

    [Fact]
    public void Every_number_is_valid_fits_its_bearer_and_belongs_to_nobody()
    {
        foreach (var person in Persons.Take(20_000))
        {
            person.Number!.ShouldStartWith("70");
            var document = IdentityDocument.Parse(DocumentType.ResidentId, person.Number!, null, new(2026, 11, 21)).Value!;
            (document.BirthDate, document.Sex).ShouldBe((person.BirthDate, person.Sex));
            person.BirthDate.Year.ShouldBeInRange(1940, 2000);
        }
    }

    [Fact]
    public void Half_a_million_persons_have_as_many_numbers_and_many_namesakes()
    {
        var watch = Stopwatch.StartNew();
        var persons = Persons.Take(500_000).ToList();
        output.WriteLine($"{persons.Count / watch.Elapsed.TotalSeconds:N0} persons a second");

        persons.DistinctBy(person => person.Number).Count().ShouldBe(persons.Count);
        persons.DistinctBy(person => person.Name).Count().ShouldBeInRange(100_000, 450_000);
    }

    [Fact]
    public void A_namesake_has_the_name_and_the_sex_but_neither_the_number_nor_the_birth_date()
    {
        foreach (var index in Enumerable.Range(0, 5_000))
        {
            var (person, namesake) = (Persons[index], Persons.NamesakeOf(index));
            (namesake.Name, namesake.Sex).ShouldBe((person.Name, person.Sex));
            namesake.BirthDate.ShouldNotBe(person.BirthDate);
            namesake.Number!.ShouldStartWith("70");
            namesake.Number.ShouldNotBe(person.Number);
        }
    }

    [Fact]
    public void Names_fit_the_sex_and_come_in_all_three_forms()
    {
        var persons = Persons.Take(20_000).ToList();

        persons.Where(person => person.Name is "乌云其木格" or "萨仁高娃").ShouldAllBe(person => person.Sex == Sex.Female);
        persons.Where(person => person.Name is "巴特尔" or "特木尔").ShouldAllBe(person => person.Sex == Sex.Male);
        persons.ShouldContain(person => person.Name.Contains('·'));
        persons.ShouldContain(person => person.Name == "巴特尔");
        persons.Count(person => person.Name.StartsWith('王')).ShouldBeInRange(600, 2_400); // the most frequent surname
    }

    [Fact]
    public void Beyond_the_capacity_there_is_nobody() => Should.Throw<ArgumentOutOfRangeException>(() => Persons[SyntheticPersons.Capacity]);
}
