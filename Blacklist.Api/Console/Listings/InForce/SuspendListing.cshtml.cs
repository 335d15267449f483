using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Listings.InForce;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Listings.InForce;

/// <summary>中止: the effect rests from a day on.</summary>
[Requires(Permission.ChangeListings)]
internal sealed class SuspendListingModel(FormDesk desk, ListingReader reader, ListingDesk listings) : ListingPage<SuspendListingRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<SuspendListingRequest> body, Write write) => SuspendListingEndpoint.Handle(Id, body, write, listings);
}
