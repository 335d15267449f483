using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer.Administration;

namespace Blacklist.Api.Console.Clients;

/// <summary>A new machine. Its secret is shown on the next page, once.</summary>
[Requires(Permission.AdministerClients)]
[RequiresRecentSecondFactor]
internal sealed class AddClientModel(FormDesk desk, ClientReader reader) : CommandPage<AddClientRequest>(desk)
{
    protected override Task<FormSubject?> Find() => Task.FromResult<FormSubject?>(new FormSubject(Texts["nav.clients"], ClientReader.Address, []));

    protected override Task<Dictionary<string, IReadOnlyList<Offer>>> Offers() => Task.FromResult(reader.Grants.For(Caller, reader.Roles, Texts));

    protected override Task<IResult> Send(Body<AddClientRequest> body, Write write) => AddClientEndpoint.Handle(body, reader.By(write));

    protected override string Next(Answer answer)
    {
        var added = Read<ClientWithSecret>(answer);
        reader.Once.Keep(HttpContext, added.Id, added.Secret);
        return ClientReader.AddressOf(added.Id);
    }
}
