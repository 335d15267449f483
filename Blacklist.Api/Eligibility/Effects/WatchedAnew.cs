using Blacklist.Api.Vault.Keys;
using Blacklist.Api.Vault.Keys.Rotation;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>The keys under which persons wait whom recorded checks asked about, made anew from what was asked; whoever cannot be read waits as those do whom nobody asked about before.</summary>
internal sealed class WatchedAnew(EffectsRecord record, WatchRecord watch, StoredQuestions questions) : DigestHolder
{
    private const int AtOnce = 500;

    public override async Task<int> MakeAnew(DigestKey key, CancellationToken cancellation)
    {
        await record.KeysStanding(SubjectKeys.Version);
        var (all, madeWith) = (0, SubjectKeys.NameOf(key));
        for (var page = await watch.UnderOthers(madeWith, after: 0, AtOnce); page.Count > 0; page = await watch.UnderOthers(madeWith, page[^1].Person, AtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            var checks = await record.Asked(page.Select(one => one.Asked.Check));
            var made = new List<(long Person, WaitsUnder Under)>();
            var unread = new List<long>();
            foreach (var (person, asked) in page.Where(one => checks.ContainsKey(one.Asked.Check)))
            {
                if (questions.Applicant(checks[asked.Check], asked.Place) is { } applicant)
                {
                    made.Add((person, SubjectKeys.OfApplicant(applicant.Identity, key)));
                }
                else
                {
                    unread.Add(person);
                }
            }

            await watch.WatchAnew(made, madeWith);
            await watch.WatchLater(unread);
            all += made.Count;
        }

        return all;
    }
}
