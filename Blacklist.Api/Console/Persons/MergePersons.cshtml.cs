using System.Text.Json.Nodes;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Listings;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Persons;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Persons;

/// <summary>Two listings mean one person.</summary>
[Requires(Permission.LinkIdentities)]
internal sealed class MergePersonsModel(FormDesk desk, ListingReader reader, ListingRows listings, CommandDesk commands) : ListingPage<MergePersonsRequest>(desk, reader)
{
    protected override bool IsOfItsStream => false;

    protected override Task<IResult> Send(Body<MergePersonsRequest> body, Write write) => MergePersonsEndpoint.Handle(Id, body, write, commands);

    /// <summary>People know a listing by its number.</summary>
    protected override async Task Complete(JsonObject body)
    {
        if (body["listingId"]?.ToString() is { } number && await listings.IdOf(number, HttpContext.RequestAborted) is { } id)
        {
            body["listingId"] = id;
        }
    }
}
