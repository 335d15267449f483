using Blacklist.Api.Commands;
using Blacklist.Api.Console.Administration;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Api.Security.People;
using Blacklist.Api.Security.People.Administration;

namespace Blacklist.Api.Console.Users;

/// <summary>What the pages about users work with.</summary>
internal sealed record UserReader(Security.People.Users Users, CallerPurposes Purposes, GrantOffers Grants, ShownOnce Once)
{
    public const string Address = "/console/users";

    public UserAdministration By(Caller caller, bool isRehearsal = false) => new(caller, Users, Purposes) { IsRehearsal = isRehearsal };

    public UserAdministration By(Write write) => By(write.Caller, write.IsRehearsal);

    public static string AddressOf(string id) => $"{Address}/{id}";

    /// <returns>Null where there is none for the caller.</returns>
    public async Task<User?> Find(string id, Caller caller, CancellationToken cancellation) =>
        await Users.Find(id, cancellation) is { } user && By(caller).Covers(user.Details) ? user : null;

    public async Task<FormSubject?> About(string id, Caller caller, PageText texts, CancellationToken cancellation) =>
        await Find(id, caller, cancellation) is { } user
            ? new FormSubject(user.Details.Name, AddressOf(id), [.. Facts(user, texts)], Version: user.Version)
            : null;

    public IEnumerable<Shown> Facts(User user, PageText texts)
    {
        yield return new(texts["field.userName"], user.UserName);
        yield return new(texts["field.department"], user.Details.Department);
        yield return new(texts["field.roles"], GrantOffers.Roles(user.Details.Roles, texts));
        yield return new(texts["field.regions"], Grants.Regions(user.Details.Regions, texts));
        if (user.Details.Purposes.Count > 0)
        {
            yield return new(texts["field.purposes"], GrantOffers.Purposes(user.Details.Purposes, texts));
        }
    }
}
