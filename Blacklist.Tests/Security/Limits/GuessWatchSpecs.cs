using Blacklist.Api.Security.Limits;
using Microsoft.Extensions.Configuration;

namespace Blacklist.Tests.Security.Limits;

/// <summary>Guessing is seen for what it is, and a busy office for what it is, under the limits as they are shipped.</summary>
public sealed class GuessWatchSpecs
{
    private static readonly GuessingLimits Shipped = CallerLimits.From(new ConfigurationBuilder().Build()).Guessing;

    [Fact]
    public void Numbers_of_one_birthday_are_counted_through_for_twenty_guesses()
    {
        var watch = new GuessWatch(Shipped);
        var caught = Enumerable.Range(0, 10_000).Select(guess => (guess, watch.Asks(Question(guess, (guess, 31_000, 700_000))))).First(one => one.Item2 is not null);

        caught.guess.ShouldBe(20);
        caught.Item2.ShouldBe(new Suspicion(GuessSign.NumbersOfOneBirthday, 21, 20));
    }

    [Fact]
    public void In_one_application_of_two_hundred_too() =>
        new GuessWatch(Shipped).Asks(Question(0, [.. Enumerable.Range(0, 200).Select(guess => (guess, 31_000, 700_000))])).ShouldNotBeNull().Sign
            .ShouldBe(GuessSign.NumbersOfOneBirthday);

    [Fact]
    public void Two_thousand_numbers_of_a_small_birthday_hide_among_no_less_than_two_hundred_thousand_others()
    {
        var watch = new GuessWatch(Shipped);
        var decoys = 0;
        for (var guess = 0; guess < 2_000; guess++)
        {
            for (; decoys < guess * 99; decoys++)
            {
                watch.Asks(Question(decoys, (10_000_000 + decoys, 1 + (decoys % 30_000), 1 + (decoys % 3_000)))).ShouldBeNull();
            }

            if (watch.Asks(Question(guess, (guess, 31_000, 700_000))) is not null)
            {
                guess.ShouldBeLessThan(2_000);
                return;
            }
        }

        decoys.ShouldBeGreaterThan(190_000);
    }

    [Fact]
    public void Many_numbers_of_one_region_and_hardly_any_of_another()
    {
        var watch = new GuessWatch(Shipped);
        Enumerable.Range(0, 10_000).Select(guess => watch.Asks(Question(guess, (guess, 1 + (guess % 9_000), 700_000)))).OfType<Suspicion>().First()
            .ShouldBe(new Suspicion(GuessSign.NumbersOfOneRegion, 3_001, 3_000));
    }

    [Fact]
    public void Names_tried_with_one_number()
    {
        var watch = new GuessWatch(Shipped);
        Enumerable.Range(0, 20).Select(name => watch.Asks(new GuessedQuestion(name, 1, [new GuessedPerson(name, 1, 31_000, 700_000)]))).OfType<Suspicion>().First()
            .ShouldBe(new Suspicion(GuessSign.NamesOfOneNumber, 9, 8));
    }

    [Fact]
    public void Names_tried_under_one_application()
    {
        var watch = new GuessWatch(Shipped);
        Enumerable.Range(0, 500).Select(name => watch.Asks(new GuessedQuestion(7, 1, [new GuessedPerson(name, null, 0, 0)]))).OfType<Suspicion>().First()
            .ShouldBe(new Suspicion(GuessSign.NamesOfOneApplication, 401, 400));
    }

    [Fact]
    public void Documents_that_cannot_exist()
    {
        var watch = new GuessWatch(Shipped);
        Enumerable.Range(0, 200).Select(_ => watch.Rejects()).OfType<Suspicion>().First().ShouldBe(new Suspicion(GuessSign.InvalidDocuments, 101, 100));
    }

    [Fact]
    public void The_same_persons_asked_again_are_no_guesses()
    {
        var watch = new GuessWatch(Shipped);
        Enumerable.Range(0, 50_000).Select(again => watch.Asks(Question(again, (again % 15, 31_000, 700_000)))).ShouldAllBe(found => found == null);
    }

    [Fact]
    public void After_it_is_cleared_it_begins_anew()
    {
        var watch = new GuessWatch(Shipped);
        Enumerable.Range(0, 20).Select(guess => watch.Asks(Question(guess, (guess, 31_000, 700_000)))).ShouldAllBe(found => found == null);

        watch.Clear();

        watch.Asks(Question(20, (20, 31_000, 700_000))).ShouldBeNull();
    }

    /// <summary>A city's counter on the last day before a deadline: 600 applications, 3,000 persons, nine of ten from two districts, some asked again, some mistyped.</summary>
    [Theory]
    [InlineData(600, 5)]
    [InlineData(40, 75)]
    public void An_ordinary_busy_office_is_never_suspected(int applications, int persons)
    {
        for (var day = 0; day < 20; day++)
        {
            var (watch, random) = (new GuessWatch(Shipped), new Random(day));
            for (var application = 0; application < applications; application++)
            {
                (int Number, int Birthday, int Region)[] asked =
                [
                    .. Enumerable.Range(0, persons).Select(person => (
                        (application * 1_000) + person, Birthday(random), random.Next(10) < 9 ? 700_000 + random.Next(2) : 700_100 + random.Next(2_000))),
                ];
                watch.Asks(Question(application, asked)).ShouldBeNull();
                if (application % 5 == 0)
                {
                    watch.Asks(Question(application, asked)).ShouldBeNull();
                }

                if (application % 10 == 0)
                {
                    watch.Rejects().ShouldBeNull();
                }
            }
        }
    }

    /// <summary>Ages from 20 to 80, thicker in the middle.</summary>
    private static int Birthday(Random random) => 730_000 - (365 * (20 + random.Next(30) + random.Next(30))) - random.Next(365);

    private static GuessedQuestion Question(int application, params (int Number, int Birthday, int Region)[] persons) =>
        new(application, persons.Length, [.. persons.Select(person => new GuessedPerson(person.Number, person.Number, person.Birthday, person.Region))]);
}
