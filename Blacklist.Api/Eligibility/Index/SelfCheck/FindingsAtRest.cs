using System.Collections.Immutable;
using Blacklist.Api.Vault;
using Blacklist.Domain.Determinations;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>What clerks had found, and every determination there ever was.</summary>
internal sealed class FindingsAtRest(
    KeyValuePair<(ListingId, DocumentDigest), ImmutableArray<Stated>>[] standing, KeyValuePair<ListingId, ImmutableArray<DeterminationId>>[] ever)
{
    public RowSum Sum(Pace pace)
    {
        var sum = new RowSum(pace);
        foreach (var ((listing, document), stated) in standing)
        {
            sum.Add((listing, document, stated), (row, found) =>
            {
                row.Write(found.listing.Value);
                row.Write(found.document.ToArray());
                row.WriteAll(found.stated, Write);
            });
        }

        foreach (var (listing, determinations) in ever)
        {
            sum.Add((listing, determinations), (row, made) =>
            {
                row.Write(made.listing.Value);
                row.WriteAll([.. made.determinations.Select(determination => determination.Value).Order()], (all, determination) => all.Write(determination));
            });
        }

        return sum;
    }

    private static void Write(BinaryWriter row, Stated stated)
    {
        row.Write(stated.Determination.Value);
        row.WriteWord<DeterminationStatus>(stated.Finding.Status);
        row.Write(stated.Finding.DocumentMatched);
    }
}
