using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Listings;

/// <summary>陈述申辩: the person answered the notice, or waived the right to.</summary>
[Requires(Permission.RecordStatements)]
internal sealed class RecordStatementModel(FormDesk desk, ListingReader reader, ListingDesk listings) : ListingPage<RecordStatementRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<RecordStatementRequest> body, Write write) => RecordStatementEndpoint.Handle(Id, body, write, listings);
}
