using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Listings;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Persons;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;
using Blacklist.Domain.Persons;

namespace Blacklist.Api.Console.Persons;

/// <summary>A further document or name of the listed person.</summary>
[Requires(Permission.LinkIdentities)]
internal sealed class LinkIdentityModel(FormDesk desk, ListingReader reader, CommandDesk commands, IdentityVault vault) : ListingPage<LinkIdentityRequest>(desk, reader)
{
    protected override bool IsOfItsStream => false;

    protected override Task<IResult> Send(Body<LinkIdentityRequest> body, Write write) => LinkIdentityEndpoint.Handle(Id, body, write, commands, vault);

    /// <summary>Two entries that mean one person are joined on a page of their own.</summary>
    protected override Task<Dictionary<string, IReadOnlyList<Offer>>> Offers() => Task.FromResult<Dictionary<string, IReadOnlyList<Offer>>>(new()
    {
        ["kind"] = [.. new[] { LinkKind.FurtherDocument, LinkKind.OtherName, LinkKind.CorrectedNumber }.Select(kind => new Offer(EnumWords.Of(kind), Texts.Of(kind)))],
    });
}
