using Blacklist.Api.Audit;
using Blacklist.Api.Http;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Listings;

/// <summary>A listing after a command.</summary>
/// <param name="StatementUntil">Last day on which the person may answer the notice.</param>
/// <param name="StatementPeriod">Why it is that day.</param>
/// <param name="Version">Version of its stream; send it as If-Match to decide on exactly this state.</param>
[Disclosed(DisclosureTier.CaseFile)]
internal sealed record ListingAnswer(Guid Id, ListingStatus Status, DateOnly? StatementUntil, Deadline? StatementPeriod, long Version)
{
    public static Answer Of(Listing listing, long version) => Answer.Ok(new ListingAnswer(
        listing.Id.Value, listing.Status, listing.Notice?.StatementPeriod.Due, listing.Notice?.StatementPeriod, version));
}
