using Blacklist.Api.Vault.Keys;
using Blacklist.Api.Vault.Keys.Rotation;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>The keys under which applicants of recorded checks wait, made anew from what was asked.</summary>
internal sealed class WatchedAnew(EffectsRecord record, VerdictChanges changes) : DigestHolder
{
    private const int AtOnce = 500;

    public override async Task<int> MakeAnew(DigestKey key, CancellationToken cancellation)
    {
        var all = 0;
        for (var page = await record.WatchedUnderOthers(key.Id, AskedApplicant.BeforeAll, AtOnce); page.Count > 0; page = await record.WatchedUnderOthers(key.Id, page[^1], AtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            var checks = await record.Checks(page.Select(applicant => applicant.Check));
            var asked = checks.ToDictionary(check => check.Key, check => changes.Question(check.Value).Applicants);
            var made = page.Where(applicant => asked.ContainsKey(applicant.Check))
                .Select(applicant => (applicant, SubjectKeys.OfApplicant(asked[applicant.Check][applicant.Place].Identity, key))).ToList();
            await record.WatchAnew(made);
            all += made.Count;
        }

        return all;
    }
}
