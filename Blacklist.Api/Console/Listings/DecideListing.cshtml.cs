using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Security;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Console.Listings;

/// <summary>A second person lists or drops.</summary>
[Requires(Permission.DecideListings)]
[RequiresRecentSecondFactor]
internal sealed class DecideListingModel(FormDesk desk, ListingReader reader, ListingDesk listings) : ListingPage<DecideListingRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<DecideListingRequest> body, Write write) => DecideListingEndpoint.Handle(Id, body, write, listings);

    protected override IEnumerable<FormNote> Foresee(Answer answer) => Read<ListingAnswer>(answer).Status == ListingStatus.InForce
        ? [new(Texts["decideListing.foreseen.inForce"], "warn")]
        : [new(Texts["decideListing.foreseen.dropped"])];
}
