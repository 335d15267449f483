using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Listings;

/// <summary>The notice did not reach the person.</summary>
[Requires(Permission.ServeNotices)]
internal sealed class RecordServiceAttemptModel(FormDesk desk, ListingReader reader, ListingDesk listings) : ListingPage<RecordServiceAttemptRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<RecordServiceAttemptRequest> body, Write write) => RecordServiceAttemptEndpoint.Handle(Id, body, write, listings);
}
