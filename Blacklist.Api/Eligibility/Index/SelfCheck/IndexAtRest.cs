using Blacklist.Api.Vault;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>What an index held at a position: taken in a moment while nothing was applied, summed up afterwards beside everything else.</summary>
internal sealed class IndexAtRest(long position, ListingsAtRest listings, FindingsAtRest findings, OrganizationsAtRest organizations, Guid[] annulledDispositions)
{
    public long Position => position;

    public IndexDigest Digest(IdentityVault vault, Pace pace) => new(
        position, listings.Sum(pace).Result(vault), findings.Sum(pace).Result(vault), organizations.Sum(pace).Result(vault),
        SumOf(annulledDispositions, pace).Result(vault));

    public static RowSum SumOf(IEnumerable<Guid> annulledDispositions, Pace pace)
    {
        var sum = new RowSum(pace);
        foreach (var disposition in annulledDispositions)
        {
            sum.Add(disposition, (row, id) => row.Write(id));
        }

        return sum;
    }
}

/// <summary>Equal for two indexes of one registry that hold the same, however each came to hold it.</summary>
/// <param name="Organizations">One row for each name.</param>
internal sealed record IndexDigest(long Position, RowsDigest Listings, RowsDigest Findings, RowsDigest Organizations, RowsDigest AnnulledDispositions);
