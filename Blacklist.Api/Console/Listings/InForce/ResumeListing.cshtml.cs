using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Listings.InForce;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Listings.InForce;

/// <summary>The suspension ends early.</summary>
[Requires(Permission.ChangeListings)]
internal sealed class ResumeListingModel(FormDesk desk, ListingReader reader, ListingDesk listings) : ListingPage<ResumeListingRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<ResumeListingRequest> body, Write write) => ResumeListingEndpoint.Handle(Id, body, write, listings);
}
