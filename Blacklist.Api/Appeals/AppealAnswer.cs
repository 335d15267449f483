using Blacklist.Api.Audit;
using Blacklist.Api.Http;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Appeals;

/// <summary>An appeal after a command.</summary>
/// <param name="Due">Until when the next step of the authority is to be done; null when none is left.</param>
/// <param name="Listing">Where the listing stands after what was carried out on it.</param>
/// <param name="Disputed">Whether answers that rest on the listing carry the mark.</param>
/// <param name="Version">Version of its stream; send it as If-Match to decide on exactly this state.</param>
[Disclosed(DisclosureTier.CaseFile)]
internal sealed record AppealAnswer(
    Guid Id, string Number, AppealStatus Status, DateOnly? Due, string? AssignedTo, ListingStatus Listing, bool Disputed, long Version)
{
    public static AppealAnswer Of(Appeal appeal, Listing listing, long version) => new(
        appeal.Id.Value, appeal.Number, appeal.Status, appeal.Due, appeal.AssignedTo?.Value, listing.Status, listing.Changes.IsDisputed, version);

    public Answer Ok() => Answer.Ok(this);
}
