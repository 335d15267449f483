using Blacklist.Api.Http;
using Blacklist.Api.Security.Sessions;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Security.Issuer.Administration;

/// <summary>What an administrator may do to a client: within the own regions, and never to the client that they are.</summary>
internal sealed record ClientAdministration(
    Caller Caller, [FromServices] ApiClients Clients, [FromServices] ClientKeys Keys, [FromServices] CallerPurposes Purposes, [FromServices] SessionLimits Limits)
{
    public static readonly Refusal RoleIsForPeople = new("client_role_for_people", "A role that demands a second factor is for people, not for machines.");

    public static readonly Refusal Revoked = new("client_revoked", "The client was revoked: register a new one.");

    public static readonly Refusal OwnClient = new("own_client", "Nobody administers the client that they are.");

    /// <summary>Everything is judged as it would be, and nothing is done.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>The client; or, without a difference, that there is none or none within the caller's regions.</summary>
    public async Task<IResult> With(string id, Func<RegisteredClient, Task<IResult>> act) =>
        await Find(id) is not { } known ? Problems.NotFound()
        : known.Client.Id == Caller.Subject ? Problems.Refused(OwnClient)
        : known.RevokedAt is not null ? Problems.Refused(Revoked)
        : await act(known);

    public async Task<RegisteredClient?> Find(string id) =>
        (await Clients.All()).FirstOrDefault(known => known.Client.Id == id) is { } found && Covers(found.Client) ? found : null;

    public bool Covers(ApiClient client) => client.Regions.All(region => RegionCode.Parse(region).Is(out var code, out _) && Caller.Covers(code));

    public async Task<Answer> Answer(string id, CancellationToken cancellation) =>
        Http.Answer.Ok(ClientAnswer.Of((await Find(id))!, await Keys.Of(id, cancellation)));
}
