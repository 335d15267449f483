using Blacklist.Api.Vault.Keys;
using Blacklist.Api.Vault.Keys.Rotation;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>The keys under which persons wait whom recorded checks asked about, made anew from what was asked.</summary>
internal sealed class WatchedAnew(EffectsRecord record, WatchRecord watch, VerdictChanges changes) : DigestHolder
{
    private const int AtOnce = 500;

    public override async Task<int> MakeAnew(DigestKey key, CancellationToken cancellation)
    {
        var all = 0;
        for (var page = await watch.UnderOthers(key.Id, after: 0, AtOnce); page.Count > 0; page = await watch.UnderOthers(key.Id, page[^1].Person, AtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            var checks = await record.Asked(page.Select(one => one.Asked.Check));
            var asked = checks.ToDictionary(check => check.Key, check => changes.Applicants(check.Value));
            var made = page.Where(one => asked.ContainsKey(one.Asked.Check))
                .Select(one => (one.Person, SubjectKeys.OfApplicant(asked[one.Asked.Check][one.Asked.Place].Identity, key))).ToList();
            await watch.WatchAnew(made, key.Id);
            all += made.Count;
        }

        return all;
    }
}
