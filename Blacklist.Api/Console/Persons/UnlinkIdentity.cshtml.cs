using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Listings;
using Blacklist.Api.Http;
using Blacklist.Api.Persons;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Persons;

/// <summary>A link was wrong; both sides are again what they were.</summary>
[Requires(Permission.LinkIdentities)]
internal sealed class UnlinkIdentityModel(FormDesk desk, ListingReader reader, CommandDesk commands, PersonGroupRows groups) : ListingPage<UnlinkIdentityRequest>(desk, reader)
{
    protected override bool IsOfItsStream => false;

    protected override Task<IResult> Send(Body<UnlinkIdentityRequest> body, Write write) => UnlinkIdentityEndpoint.Handle(Id, IdentityId, body, write, commands, groups);

    [FromRoute]
    public Guid IdentityId { get; set; }
}
