using Blacklist.Api.Vault;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>What an index held at a position: taken in a moment while nothing was applied, summed up afterwards beside everything else.</summary>
internal sealed class IndexAtRest(long position, ListingsAtRest listings, FindingsAtRest findings, OrganizationsAtRest organizations, Guid[] annulledDispositions)
{
    public IndexDigest Digest(IdentityVault vault)
    {
        var annulled = new RowSum();
        foreach (var disposition in annulledDispositions)
        {
            annulled.Add(disposition, (row, id) => row.Write(id));
        }

        return new IndexDigest(
            position, listings.Sum().Result(vault), findings.Sum().Result(vault), organizations.Sum().Result(vault), annulled.Result(vault));
    }
}

/// <summary>Equal for two indexes of one registry that hold the same, however each came to hold it.</summary>
/// <param name="Organizations">One row for each name.</param>
internal sealed record IndexDigest(long Position, RowsDigest Listings, RowsDigest Findings, RowsDigest Organizations, RowsDigest AnnulledDispositions);
