using Blacklist.Api.Console.Histories;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Administration;

/// <summary>What was done to a user or a client, and by whom, by name.</summary>
internal sealed class ActHistory(AdministrationRows administration, AccountRows accounts)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<AdministrativeAct>> Of(string subject, CancellationToken cancellation)
    {
        var acts = await administration.Of(subject, cancellation);
        var names = await accounts.Of(acts.Select(act => act.By), cancellation);
        return [.. acts.Select(act => act with { By = names[act.By] })];
    }
}
