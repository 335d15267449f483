using Blacklist.Api.Jobs;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>
/// Sees to it that everybody waits under keys of this version of the program before an event is gone through: listed persons are sought under these.
/// From when it begins, a program of another version does not go through events (ADR 0043).
/// </summary>
internal sealed class WatchedKeys(EffectsRecord record, WatchedAnew watched, SubjectKeys keys)
{
    /// <exception cref="InvalidOperationException">A newer version of the program has made them anew.</exception>
    public async Task MakeSure(JobTurn turn)
    {
        var standing = await record.KeysStanding(SubjectKeys.Version);
        if (standing == new KeysStanding(SubjectKeys.Version, AreAnew: true))
        {
            return;
        }

        await EffectsRecord.Reach(turn, new KeysStanding(SubjectKeys.Version, AreAnew: false));
        await watched.MakeAnew(keys.Current, turn.Ended);
        await EffectsRecord.Reach(turn, new KeysStanding(SubjectKeys.Version, AreAnew: true));
    }
}
