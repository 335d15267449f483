using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Eligibility.Determinations;

internal static class DeterminationIds
{
    /// <summary>One stream for a listing and a subject, so that a second clerk meets the first one's finding; without a subject, for the check alone.</summary>
    public static DeterminationId Of(ListingId listing, PersonId? subject, Guid check, int applicant) => new(DerivedId.Of(subject is { } person
        ? [.. listing.Value.ToByteArray(), .. person.Value.ToByteArray()]
        : [.. listing.Value.ToByteArray(), .. check.ToByteArray(), (byte)applicant]));
}
