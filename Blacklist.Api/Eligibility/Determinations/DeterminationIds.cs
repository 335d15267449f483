using System.Security.Cryptography;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Eligibility.Determinations;

internal static class DeterminationIds
{
    /// <summary>One stream for a listing and a subject, so that a second clerk meets the first one's finding; without a subject, for the check alone.</summary>
    public static DeterminationId Of(ListingId listing, PersonId? subject, Guid check, int applicant)
    {
        byte[] pair = subject is { } person
            ? [.. listing.Value.ToByteArray(), .. person.Value.ToByteArray()]
            : [.. listing.Value.ToByteArray(), .. check.ToByteArray(), (byte)applicant];
        var hash = SHA256.HashData(pair).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80); // RFC 9562, version 8
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new DeterminationId(new Guid(hash, bigEndian: true));
    }
}
