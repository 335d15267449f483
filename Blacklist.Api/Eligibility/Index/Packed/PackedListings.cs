using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Names;
using Blacklist.Domain.Names.Index;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Eligibility.Index.Packed;

/// <summary>
/// Listings whose persons are known by the same things, in flat arrays ordered by name and number: bearers of a name lie side by side. Nothing changes but
/// the mark that a row no longer counts.
/// </summary>
internal sealed class PackedListings
{
    private readonly KnownBy _by;
    private readonly PackedRow[] _rows;
    private readonly uint[] _marks;
    private readonly int[] _from;
    private readonly PackedDispositions _dispositions;
    private readonly RegionCode[] _regions;
    private readonly RowTable _byListing;
    private readonly RowTable _byPerson;

    /// <param name="from">The bearers of name i are the rows from[i] to from[i + 1].</param>
    public PackedListings(
        KnownBy by, PackedRow[] rows, uint[] marks, PackedNames names, int[] from, PackedDispositions dispositions, RegionCode[] regions)
    {
        (_by, _rows, _marks, Names, _from, _dispositions, _regions) = (by, rows, marks, names, from, dispositions, regions);
        RowTable? byListing = null, byPerson = null;
        Parallel.Invoke(
            () => byListing = new RowTable(rows.Length, row => RowTable.KeyOf(rows[row].ListingId)),
            () => byPerson = new RowTable(rows.Length, row => RowTable.KeyOf(rows[row].PersonId)));
        (_byListing, _byPerson) = (byListing!, byPerson!);
    }

    public int Count => _rows.Length;

    public PackedNames Names { get; }

    public ReadOnlySpan<uint> Marks => _marks;

    public ref readonly PackedRow this[int row] => ref _rows[row];

    /// <summary>Rows that count.</summary>
    public IEnumerable<int> Counting => Enumerable.Range(0, _rows.Length).Where(Counts);

    public IEnumerable<ListingId> Superseded => Enumerable.Range(0, _rows.Length).Where(row => !Counts(row)).Select(row => new ListingId(_rows[row].ListingId));

    public (int From, int To) RowsOf(int name) => (_from[name], _from[name + 1]);

    public PackedPerson PersonAt(int row) => new(_by, _rows[row].Person);

    /// <summary>No name is without bearers, so a row begins at most one.</summary>
    public int NameAt(int row) => Array.BinarySearch(_from, row) is var found && found >= 0 ? found : ~found - 1;

    public bool Counts(int row) => (_marks[row] & PackedMarks.Superseded) == 0;

    public void Supersede(int row) => Volatile.Write(ref _marks[row], _marks[row] | PackedMarks.Superseded);

    public ListedPerson Open(int row) => new(IdentityAt(row), FactsAt(row));

    public ListingFacts FactsAt(int row) => FactsOf(_rows[row], _marks[row], _dispositions[_rows[row].Disposition], _regions[_rows[row].Region]);

    public static ListingFacts FactsOf(in PackedRow row, uint marks, PackedDisposition disposition, RegionCode region)
    {
        var profile = PackedMarks.Profile(marks);
        return new ListingFacts(
            new ListingId(row.ListingId), ListingNumbers.Read(row.Number), new PersonId(row.PersonId), disposition.Id,
            PackedMarks.Disposition(profile), PackedMarks.Day(marks), disposition.Document, PackedMarks.PartOf(profile), PackedMarks.RegisteredAs(profile),
            region, PackedMarks.Status(marks), disposition.Annulled, ListingChanges.None);
    }

    /// <summary>The row of the listing that counts.</summary>
    public int? Find(ListingId listing)
    {
        foreach (var row in _byListing[RowTable.KeyOf(listing.Value)])
        {
            if (_rows[row].ListingId == listing.Value && Counts(row))
            {
                return row;
            }
        }

        return null;
    }

    public IEnumerable<ListingId> RestingOn(Guid disposition)
    {
        var places = _dispositions.PlacesOf(disposition);
        return places.Count == 0 ? [] : Counting.Where(row => places.Contains(_rows[row].Disposition)).Select(row => new ListingId(_rows[row].ListingId));
    }

    public List<int> Of(PersonId person)
    {
        var rows = new List<int>();
        foreach (var row in _byPerson[RowTable.KeyOf(person.Value)])
        {
            if (_rows[row].PersonId == person.Value && Counts(row))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private PersonIdentity IdentityAt(int row) => PersonAt(row).Open(PersonName.Parse(Names[NameAt(row)].ToString()).Value!);
}
