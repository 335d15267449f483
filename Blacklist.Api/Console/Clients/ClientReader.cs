using Blacklist.Api.Commands;
using Blacklist.Api.Console.Administration;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Security.Issuer.Administration;
using Blacklist.Api.Security.Sessions;

namespace Blacklist.Api.Console.Clients;

/// <summary>What the pages about clients work with.</summary>
internal sealed record ClientReader(ApiClients Clients, ClientKeys Keys, CallerPurposes Purposes, SessionLimits Limits, GrantOffers Grants, ShownOnce Once)
{
    public const string Address = "/console/clients";

    public ClientAdministration By(Caller caller, bool isRehearsal = false) => new(caller, Clients, Keys, Purposes, Limits) { IsRehearsal = isRehearsal };

    public ClientAdministration By(Write write) => By(write.Caller, write.IsRehearsal);

    public static string AddressOf(string id) => $"{Address}/{id}";

    /// <summary>Roles that demand a second factor are for people.</summary>
    public IEnumerable<string> Roles => RolePermissions.Roles.Where(role => !Limits.DemandsSecondFactor([role]));

    /// <returns>Null where there is none for the caller.</returns>
    public async Task<FormSubject?> About(string id, Caller caller, PageText texts) =>
        await By(caller).Find(id) is { } known ? new FormSubject(known.Client.Name, AddressOf(id), [.. Facts(known.Client, texts)]) : null;

    public IEnumerable<Shown> Facts(ApiClient client, PageText texts)
    {
        yield return new(texts["addClient.id"], client.Id);
        yield return new(texts["field.department"], client.Department);
        yield return new(texts["field.roles"], GrantOffers.Roles(client.Roles, texts));
        yield return new(texts["field.regions"], Grants.Regions(client.Regions, texts));
        if (client.Purposes.Count > 0)
        {
            yield return new(texts["field.purposes"], GrantOffers.Purposes(client.Purposes, texts));
        }

        yield return new(texts["field.networks"], client.Networks.Count > 0 ? string.Join(texts["list.separator"], client.Networks) : texts["clients.anywhere"]);
    }
}
