using Blacklist.Api.Demo;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Matching;
using Blacklist.Domain.Names;
using Blacklist.Domain.Names.Index;

namespace Blacklist.Tests.Benchmarks.MatchingQuality;

/// <summary>
/// The burden on the innocent: how many of 1,000 ordinary strangers with a document number are sent to a human by a register of which
/// one entry in ten lacks a number, by what those entries carry. Entries with a number never meet a stranger with one.
/// </summary>
internal static class BurdenReport
{
    private const int Regions = 100;

    private static readonly DateOnly Today = new(2026, 11, 21);

    public static IReadOnlyDictionary<string, double> Run(int register, int strangers, TextWriter report)
    {
        var names = new RealisticNames();
        var persons = new SyntheticPersons(NameTables.Read(), 4);
        var random = new SplitMix64(4);
        var listed = Draw(register / 10, 0);
        var index = NameIndex.Of(listed.Select((person, handle) => (handle, person.Person.Name)));
        var applicants = Draw(strangers, 1_000_000);
        Dictionary<string, Func<Drawn, (PersonIdentity, bool)>> carried = new()
        {
            ["name only"] = entry => (entry.Person, false),
            ["name, sex"] = entry => (entry.Person with { Sex = entry.Sex }, false),
            ["name, birth year"] = entry => (entry.Person with { BirthYear = entry.Born.Year }, false),
            ["name, sex, birth year"] = entry => (entry.Person with { Sex = entry.Sex, BirthYear = entry.Born.Year }, false),
            ["name, region"] = entry => (entry.Person, true),
            ["name, birth date"] = entry => (entry.Person with { BirthDate = entry.Born }, false),
            ["name, sex, birth date, region"] = entry => (entry.Person with { Sex = entry.Sex, BirthDate = entry.Born }, true),
        };
        var reviews = carried.ToDictionary(pair => pair.Key, _ => 0.0);
        var candidates = 0L;
        foreach (var applicant in applicants)
        {
            var found = index.Find(applicant.Numbered);
            candidates += found.Count;
            foreach (var (title, carry) in carried)
            {
                if (found.Any(candidate => IsReviewed(applicant, listed[candidate.Handle], carry)))
                    reviews[title] += 1000.0 / strangers;
            }
        }

        report.WriteLine($"{register:N0} entries, {register / 10:N0} without a number; {strangers:N0} strangers; {candidates / (double)strangers:N1} candidates a check");
        report.WriteLine("| entries without a number carry | reviews per 1,000 checks |");
        report.WriteLine("| --- | ---: |");
        foreach (var (title, value) in reviews)
            report.WriteLine($"| {title} | {value:N2} |");
        return reviews;

        List<Drawn> Draw(int count, int from) =>
        [
            .. persons.Take(count, from).Select(person =>
            {
                var name = PersonName.Parse(names.Draw(ref random)).Value!;
                return new Drawn(new PersonIdentity(name, [], null, null), name, person.Number!, person.BirthDate, person.Sex, random.Next(Regions));
            }),
        ];
    }

    private static bool IsReviewed(Drawn applicant, Drawn entry, Func<Drawn, (PersonIdentity, bool)> carry)
    {
        var (person, hasRegion) = carry(entry);
        return PersonMatch.Of(applicant.WithDocument, person, hasRegion && applicant.Region == entry.Region).Match == Match.Doubtful;
    }

    private sealed record Drawn(PersonIdentity Person, PersonName Numbered, string Number, DateOnly Born, Sex Sex, int Region)
    {
        public PersonIdentity WithDocument { get; } =
            Person with { Documents = [IdentityDocument.Parse(DocumentType.ResidentId, Number, null, Today).Value!] };
    }
}
