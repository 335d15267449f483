using Blacklist.Api.Eligibility.Index.Packed;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>Which listings there were: of the packed, only the marks are copied, as nothing else of them ever changes.</summary>
internal sealed class ListingsAtRest(KnownListings known)
{
    private readonly (PackedListings Part, uint[] Marks)[] _packed = [.. known.Packed.Parts.Select(part => (part, part.Marks.ToArray()))];
    private readonly ListedPerson[] _loose = [.. known.Loose.All];

    public RowSum Sum(Pace pace)
    {
        var sum = new RowSum(pace);
        foreach (var (part, marks) in _packed)
        {
            for (var name = 0; name < part.Names.Count; name++)
            {
                Add(sum, part, marks, name);
            }
        }

        foreach (var person in _loose)
        {
            sum.Add(person, ListingRows.Write);
        }

        return sum;
    }

    private static void Add(RowSum sum, PackedListings part, uint[] marks, int name)
    {
        var (from, to) = part.RowsOf(name);
        var normal = part.Names[name].ToString();
        for (var place = from; place < to; place++)
        {
            if ((marks[place] & PackedMarks.Superseded) == 0)
            {
                sum.Add((part, place, normal), (row, at) =>
                {
                    ListingRows.Write(row, at.normal, at.part.PersonAt(at.place));
                    ListingRows.Write(row, at.part.FactsAt(at.place));
                });
            }
        }
    }
}
