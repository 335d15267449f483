using Blacklist.Api.Jobs;

namespace Blacklist.Api.Vault.Keys.Rotation;

/// <summary>
/// Carries out what a change of keys leaves to be done, while the registry works: data keys are wrapped under the new master key, digests made
/// under the new digest key; then the old key is kept for what is old. Each step is done only where nobody did it before, so that it needs no
/// fence, may end anywhere, and goes on elsewhere.
/// </summary>
internal sealed class KeyJob(KeyRing ring, KeyRecords records, MasterRewrapping masters, IEnumerable<DigestHolder> digests, VaultOptions options)
    : Job("keys", TimeSpan.FromSeconds(5))
{
    private string? _madeAnew;

    public override Task Run(JobTurn turn) => Run(turn.Ended);

    public async Task Run(CancellationToken cancellation)
    {
        await ring.Refresh(cancellation);
        foreach (var key in (await records.Read(cancellation)).Where(key => key.State == KeyState.Retired))
        {
            var isOver = key.RetiredFor > options.Grace; // nobody uses it any more, nor anything that was under way
            if (await IsLeft(key, isOver, cancellation) && isOver)
                await records.Settle(key.Id);
        }
    }

    /// <returns>Whether nothing that is current rested on the key.</returns>
    private async Task<bool> IsLeft(KeyRecord key, bool isOver, CancellationToken cancellation) => key.Purpose switch
    {
        KeyPurpose.Master => await masters.Rewrap(key, cancellation) == 0,
        KeyPurpose.Digest => (isOver || _madeAnew != key.Id) && await MakeAnew(key, cancellation) == 0,
        _ => true,
    };

    /// <summary>Once when the key was replaced, and once more when nobody can have used it since.</summary>
    private async Task<int> MakeAnew(KeyRecord former, CancellationToken cancellation)
    {
        var made = 0;
        foreach (var holder in digests)
            made += await holder.MakeAnew(ring.Digests[0], cancellation);
        _madeAnew = former.Id;
        return made;
    }
}
