using System.Runtime.InteropServices;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Names;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Eligibility.Index.Packed;

/// <summary>Packs listings: first they are added, then it is said who the persons are, then they are put in order. For one caller at a time.</summary>
internal sealed class PackedBuild
{
    private const int Nobody = -1;

    private readonly List<PackedRow> _rows = [];
    private readonly List<uint> _marks = [];
    private readonly List<KnownBy> _by = [];
    private readonly List<int> _names = [];
    private readonly NumberedValues<PackedDisposition> _dispositions = new();
    private readonly NumberedValues<RegionCode> _regions = new();
    private readonly NumberedValues<string> _normals = new();
    private volatile RowTable? _byPerson;

    public int Count => _rows.Count;

    /// <returns>False for a listing that does not fit; it is not taken.</returns>
    public bool Add(ListingFacts listing)
    {
        if (!ReferenceEquals(listing.Changes, ListingChanges.None)
            || ListingNumbers.Pack(listing.Number) is not { } number || PackedMarks.Pack(listing) is not { } marks
            || _regions.PlaceOf(listing.Region) is not (<= ushort.MaxValue and var region))
        {
            return false;
        }

        _rows.Add(new PackedRow(listing.Id.Value, listing.PersonId.Value, number, 0, _dispositions.PlaceOf(PackedDisposition.Of(listing)), (ushort)region));
        _marks.Add(marks);
        _by.Add(default);
        _names.Add(Nobody);
        _byPerson = null;
        return true;
    }

    /// <summary>A listing with its person, if both fit.</summary>
    public void Add(ListedPerson person)
    {
        if (Packed(person.Identity) is { } packed && Add(person.Listing))
        {
            Identify(_rows.Count - 1, packed, _normals.PlaceOf(person.Identity.Name.Normal));
        }
    }

    public bool IsAbout(PersonId person) => RowsOf(person).MoveNext();

    /// <returns>The person's listings, if the person does not fit; they are not taken any more.</returns>
    public IReadOnlyList<ListingFacts> Identify(PersonId person, PersonIdentity identity)
    {
        if (Packed(identity) is not { } packed)
        {
            List<ListingFacts> loose = [];
            foreach (var row in RowsOf(person))
            {
                loose.Add(Facts(row));
            }

            return loose;
        }

        var name = _normals.PlaceOf(identity.Name.Normal);
        foreach (var row in RowsOf(person))
        {
            Identify(row, packed, name);
        }

        return [];
    }

    /// <summary>Every row that still counts.</summary>
    public void AddAll(PackedListings packed)
    {
        for (var name = 0; name < packed.Names.Count; name++)
        {
            var (from, to) = packed.RowsOf(name);
            var normal = _normals.PlaceOf(packed.Names[name].ToString());
            for (var row = from; row < to; row++)
            {
                if (packed.Counts(row) && Add(packed.FactsAt(row)))
                {
                    Identify(_rows.Count - 1, packed.PersonAt(row), normal);
                }
            }
        }
    }

    /// <summary>Without those of whom nobody said who they are.</summary>
    public PackedRegister Build()
    {
        var dispositions = new PackedDispositions(_dispositions.All);
        var regions = _regions.All.ToArray();
        return new PackedRegister(Part(KnownBy.ResidentId), Part(KnownBy.BirthDate), Part(KnownBy.Name));

        PackedListings Part(KnownBy by)
        {
            var order = new NameOrder(_normals.All);
            for (var row = 0; row < _rows.Count; row++)
            {
                if (_by[row] == by && _names[row] != Nobody)
                {
                    order.Add(row, _names[row]);
                }
            }

            var rows = order.Rows(row => _rows[row].Number);
            return new PackedListings(
                by, Array.ConvertAll(rows, row => _rows[row]), Array.ConvertAll(rows, row => _marks[row]), order.Names(), order.From, dispositions, regions);
        }
    }

    /// <summary>Of the name only its normal form is kept, which read again must give itself.</summary>
    private static PackedPerson? Packed(PersonIdentity person) =>
        person.Name.Original == person.Name.Normal || PersonName.Parse(person.Name.Normal).Value?.Normal == person.Name.Normal ? PackedPerson.Of(person) : null;

    private void Identify(int row, PackedPerson person, int name)
    {
        CollectionsMarshal.AsSpan(_rows)[row] = _rows[row] with { Person = person.Value };
        _by[row] = person.By;
        _names[row] = name;
    }

    /// <summary>Any thread may ask, as long as none adds.</summary>
    private PersonRows RowsOf(PersonId person) =>
        new(CollectionsMarshal.AsSpan(_rows), (_byPerson ?? FindPersons())[RowTable.KeyOf(person.Value)], person.Value);

    private RowTable FindPersons()
    {
        lock (_rows)
        {
            return _byPerson ??= new RowTable(_rows.Count, row => RowTable.KeyOf(_rows[row].PersonId));
        }
    }

    private ListingFacts Facts(int row) => PackedListings.FactsOf(_rows[row], _marks[row], _dispositions.All[_rows[row].Disposition], _regions.All[_rows[row].Region]);

    private ref struct PersonRows(ReadOnlySpan<PackedRow> rows, RowTable.Found found, Guid person)
    {
        private readonly ReadOnlySpan<PackedRow> _rows = rows;
        private RowTable.Found _found = found;

        public readonly int Current => _found.Current;

        public readonly PersonRows GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_found.MoveNext())
            {
                if (_rows[_found.Current].PersonId == person)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
