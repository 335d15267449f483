using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Matching;
using Blacklist.Domain.Names;
using Blacklist.Domain.Names.Index;

namespace Blacklist.Api.Eligibility.Index.Packed;

/// <summary>
/// Nearly every listing: those to which nothing happened since they were decided, of persons with one name and at most a resident number. What tells an
/// applicant and a person apart is looked at before anything is unpacked, so that the cost of a question does not grow with those who cannot be meant.
/// </summary>
internal sealed class PackedRegister(PackedListings numbered, PackedListings born, PackedListings named)
{
    private readonly RowTable _byNumber = new(numbered.Count, row => numbered[row].Person);
    private readonly RowsByDay _byBirthDay = new(born.Count, row => PackedPerson.BirthDay(born[row].Person));

    private int _superseded;

    public static PackedRegister Empty { get; } = new PackedBuild().Build();

    public IReadOnlyList<PackedListings> Parts { get; } = [numbered, born, named];

    /// <summary>How many count.</summary>
    public int Count => Parts.Sum(part => part.Count) - _superseded;

    public IEnumerable<ListingFacts> All => Parts.SelectMany(part => part.Counting.Select(part.FactsAt));

    /// <summary>Listings of which something else is known by now.</summary>
    public IEnumerable<ListingId> Superseded => Parts.SelectMany(part => part.Superseded);

    /// <summary>A listing as it was packed; null when it is not here or no longer counts.</summary>
    public ListedPerson? Find(ListingId listing)
    {
        foreach (var part in Parts)
        {
            if (part.Find(listing) is { } row)
            {
                return part.Open(row);
            }
        }

        return null;
    }

    public IEnumerable<ListingId> Of(PersonId person) => Parts.SelectMany(part => part.Of(person).Select(row => new ListingId(part[row].ListingId)));

    public IEnumerable<ListingId> RestingOn(Guid disposition) => Parts.SelectMany(part => part.RestingOn(disposition));

    /// <summary>Nothing when it is not here.</summary>
    public void Supersede(ListingId listing)
    {
        foreach (var part in Parts)
        {
            if (part.Find(listing) is { } row)
            {
                part.Supersede(row);
                _superseded++;
            }
        }
    }

    /// <summary>Whom the applicant may be: everybody for whom neither a number nor birth date and sex say otherwise.</summary>
    public IReadOnlyList<ListedPerson> Possible(PersonIdentity applicant)
    {
        var particulars = new Particulars(applicant);
        var numbers = Numbers(applicant);
        List<ListedPerson> found = [];
        if (numbers.Count > 0)
        {
            Open(numbered, WithNumber(numbers), found);
        }
        else if (numbered.Count > 0)
        {
            Open(numbered, Near(numbered, applicant, particulars).Distinct(), found);
        }

        if (born.Count > 0)
        {
            Open(born, (particulars.BirthDates.Count > 0 ? Born(particulars) : Near(born, applicant, particulars)).Distinct(), found);
        }

        if (named.Count > 0)
        {
            Open(named, Near(named, applicant, particulars).Distinct(), found);
        }

        return found;
    }

    /// <summary>Whom a resident number tells apart from an applicant of a compatible name.</summary>
    public Namesakes NamesakesOf(PersonIdentity applicant) => FindNamesakes(applicant) ?? Namesakes.None;

    /// <summary>The same, each of them unpacked.</summary>
    public IEnumerable<ListedPerson> OpenNamesakes(PersonIdentity applicant) => FindNamesakes(applicant)?.All ?? [];

    private PackedNamesakes? FindNamesakes(PersonIdentity applicant)
    {
        if (Numbers(applicant) is not { Count: > 0 } numbers)
        {
            return null;
        }

        var names = numbered.Names.Find(applicant.Name, NameGrade.FormerName);
        if (applicant.OtherNames.Count > 0)
        {
            names = applicant.OtherNames.SelectMany(name => numbered.Names.Find(name, NameGrade.FormerName).Select(near => near with { Grade = NameGrade.FormerName }))
                .Concat(names)
                .GroupBy(near => near.Name)
                .Select(same => new NearName(same.Key, same.Min(near => near.Grade)))
                .ToList();
        }

        return names.Count == 0 ? null : new PackedNamesakes(numbered, names, WithNumber(numbers));
    }

    private static List<ResidentId> Numbers(PersonIdentity applicant)
    {
        List<ResidentId> numbers = [];
        foreach (var document in applicant.Documents)
        {
            if (document is ResidentId number)
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    private static void Open(PackedListings listings, IEnumerable<int> rows, List<ListedPerson> found)
    {
        foreach (var row in rows)
        {
            if (listings.Counts(row))
            {
                found.Add(listings.Open(row));
            }
        }
    }

    /// <summary>Near names are many: first it is seen whether any bearer can be meant.</summary>
    private static IEnumerable<int> Near(PackedListings listings, PersonIdentity applicant, Particulars particulars)
    {
        return applicant.OtherNames.Prepend(applicant.Name)
            .SelectMany(name => listings.Names.Find(name, NameGrade.OrderSwapped, near => Bearers(near).Any()))
            .SelectMany(near => Bearers(near.Name));

        IEnumerable<int> Bearers(int name)
        {
            var (from, to) = listings.RowsOf(name);
            for (var row = from; row < to; row++)
            {
                if (!listings.PersonAt(row).IsContradictedBy(particulars))
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>Few are born on one day: their names need no index.</summary>
    private IEnumerable<int> Born(Particulars particulars) =>
        from day in particulars.BirthDates
        from row in _byBirthDay[day.DayNumber]
        where !born.PersonAt(row).IsContradictedBy(particulars)
        select row;

    /// <summary>Each row once.</summary>
    private List<int> WithNumber(List<ResidentId> numbers)
    {
        List<int> rows = [];
        foreach (var number in numbers)
        {
            var packed = PackedPerson.Pack(number);
            foreach (var row in _byNumber[packed])
            {
                if (numbered[row].Person == packed && !rows.Contains(row))
                {
                    rows.Add(row);
                }
            }
        }

        return rows;
    }
}
