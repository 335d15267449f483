using Blacklist.Api.Demo;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Names;

namespace Blacklist.Tests.Benchmarks.MatchingQuality;

/// <summary>Labelled truth from a fixed seed: half true pairs, half namesakes and near misses, in equal parts of every treatment.</summary>
internal sealed class LabelledPairs
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private readonly SyntheticPersons _persons;
    private readonly NameTables _tables = NameTables.Read();
    private readonly RealisticNames _names = new();

    private SplitMix64 _random = new(20261121);
    private int _next;

    public LabelledPairs() => _persons = new SyntheticPersons(_tables, 20261121);

    private delegate string? Treatment(string text, ref SplitMix64 random);

    private delegate LabelledPair? Making(Draft person);

    public IEnumerable<LabelledPair> Make(int ofEachKind)
    {
        foreach (var makings in (Dictionary<string, Making>[])[TruePairs(), FalsePairs()])
        {
            foreach (var (treatment, making) in makings)
            {
                for (var made = 0; made < ofEachKind / makings.Count;)
                {
                    if (making(NextDraft()) is not { } pair)
                        continue;
                    made++;
                    yield return pair with { Treatment = treatment };
                }
            }
        }
    }

    private Dictionary<string, Making> TruePairs() => new()
    {
        ["number: as printed"] = draft => Numbered(draft, draft.Number, draft.Name),
        ["number: 15 digits"] = FifteenDigits,
        ["number: full width, blanks, small x"] = draft => Numbered(draft, FullWidth(draft.Number), draft.Name),
        ["number: traditional name"] = draft => Numbered(draft, draft.Number, Treated(draft, Treatments.AsTraditional)),
        ["number: compatibility characters"] = draft => Numbered(draft, draft.Number, Treated(draft, Treatments.AsCompatibility)),
        ["number: mixed surname"] = draft => Numbered(draft, draft.Number, Treated(draft, Treatments.WithMixedSurname)),
        ["number: other spelling"] = draft => Numbered(draft, draft.Number, Treated(draft, Treatments.Respelt)),
        ["number: married or changed name, on file"] = draft => Numbered(draft, draft.Number, draft.Other, formerName: true),
        ["number: another name altogether"] = draft => Numbered(draft, draft.Number, draft.Other),
        ["number: one character of the name wrong"] = draft => Numbered(draft, draft.Number, Treated(draft, Treatments.OneCharacterWrong)),
        ["name: the same"] = draft => Unnumbered(draft, draft.Name),
        ["name: traditional"] = draft => Unnumbered(draft, Treated(draft, Treatments.AsTraditional)),
        ["name: compatibility characters"] = draft => Unnumbered(draft, Treated(draft, Treatments.AsCompatibility)),
        ["name: blanks"] = draft => Unnumbered(draft, Treated(draft, Treatments.WithBlanks)),
        ["name: invisible characters"] = draft => Unnumbered(draft, Treated(draft, Treatments.WithInvisible)),
        ["name: mixed surname"] = draft => Unnumbered(draft, Treated(draft, Treatments.WithMixedSurname)),
        ["name: another separator"] = draft => Unnumbered(draft, Treated(draft, Treatments.WithAnotherDot)),
        ["name: no separator"] = draft => Unnumbered(draft, Treated(draft, Treatments.WithoutDot)),
        ["name: other spelling"] = draft => Unnumbered(draft, Treated(draft, Treatments.Respelt)),
        ["name: clan initial"] = draft => Unnumbered(draft, Treated(draft, Treatments.WithClanInitial)),
        ["name: without father's name"] = draft => Unnumbered(draft, Treated(draft, Treatments.WithoutFathersName)),
        ["name: surname last"] = draft => Unnumbered(draft, Treated(draft, Treatments.SurnameLast)),
        ["name: homophone, birth date on file"] = draft => Unnumbered(draft, Treated(draft, Treatments.Homophone), withBirthDate: true),
        ["name: one character wrong, birth date on file"] = draft =>
            Unnumbered(draft, Treated(draft, Treatments.OneCharacterWrong), withBirthDate: true),
    };

    private Dictionary<string, Making> FalsePairs() => new()
    {
        ["namesake with another number"] = draft => Strangers(draft, draft.Name, Listed(draft, draft.Name, Id(draft.Neighbour))),
        ["neighbour number, another name"] = draft => Strangers(draft, draft.Other, Listed(draft, draft.Name, Id(draft.Neighbour))),
        ["namesake on file with another birth date"] = draft =>
            Strangers(draft, draft.Name, Listed(draft, draft.Name) with { BirthDate = draft.BirthDate.AddDays(1) }),
        ["namesake on file with the other sex"] = draft =>
            Strangers(draft, draft.Name, Listed(draft, draft.Name) with { Sex = draft.Sex == Sex.Male ? Sex.Female : Sex.Male }),
        ["namesake on file by name alone"] = draft => Strangers(draft, draft.Name, Listed(draft, draft.Name)),
        ["same sound on file by name alone"] = draft =>
            Treated(draft, Treatments.Homophone) is { } name ? Strangers(draft, draft.Name, Listed(draft, name)) : null,
        ["one character apart on file by name alone"] = draft =>
            Treated(draft, Treatments.OneCharacterWrong) is { } name ? Strangers(draft, draft.Name, Listed(draft, name)) : null,
        ["stranger"] = draft => Strangers(draft, draft.Name, Listed(draft, draft.Other)),
    };

    private Draft NextDraft()
    {
        var index = _next++ % SyntheticPersons.Capacity;
        var person = _persons[index];
        var other = _names.Draw(ref _random);
        var name = _random.Next(2) == 0 ? person.Name : _names.Draw(ref _random);
        return new Draft(name, other == name ? other + "甲" : other, person.Number!, _persons.NamesakeOf(index).Number!, person.BirthDate, person.Sex);
    }

    private string? Treated(Draft draft, Treatment treatment) => treatment(draft.Name, ref _random) is { } name && name != draft.Name ? name : null;

    private static LabelledPair? Numbered(Draft draft, string number, string? name, bool formerName = false) => name is null ? null : new(
        "", true, true, Person(name, Id(number)), Listed(draft, draft.Name, Id(draft.Number)) with { OtherNames = formerName ? [Name(name)] : [] });

    // The first form ends with the births of 1999, and kept 996 to 999 for those born in the 1800s.
    private static LabelledPair? FifteenDigits(Draft draft) =>
        draft.BirthDate.Year > 1999 || draft.Number[14..17] is ['9', '9', >= '6']
            ? null
            : Numbered(draft, draft.Number[..6] + draft.Number[8..17], draft.Name);

    private static LabelledPair? Unnumbered(Draft draft, string? name, bool withBirthDate = false) => name is null ? null : new(
        "", true, false, Person(draft.Name, Id(draft.Number)), Listed(draft, name) with { BirthDate = withBirthDate ? draft.BirthDate : null });

    private static LabelledPair Strangers(Draft draft, string name, PersonIdentity listed) =>
        new("", false, false, Person(name, Id(draft.Number)), listed);

    private static PersonIdentity Listed(Draft draft, string name, params IdentityDocument[] documents) => Person(name, documents);

    private static PersonIdentity Person(string name, params IdentityDocument[] documents) => new(Name(name), documents, null, null);

    private static PersonName Name(string text) => PersonName.Parse(text).Value ?? throw new InvalidOperationException("Not a name.");

    private static IdentityDocument Id(string number) =>
        IdentityDocument.Parse(DocumentType.ResidentId, number, null, Today).Value ?? throw new InvalidOperationException("Not a number.");

    private static string FullWidth(string number) =>
        string.Concat(number.ToLowerInvariant().Select((c, place) => place % 3 == 0 ? ((char)(c + 0xFEE0)).ToString() : c + (place % 6 == 5 ? " " : "")));

    private sealed record Draft(string Name, string Other, string Number, string Neighbour, DateOnly BirthDate, Sex Sex);
}
