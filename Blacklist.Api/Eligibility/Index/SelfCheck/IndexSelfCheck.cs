using Blacklist.Api.Eligibility.Index.Loading;
using Blacklist.Api.Hosting;
using Blacklist.Api.Vault;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>
/// Loads what the read models hold beside the running index, lets both stand at one position for a moment, and compares their digests. A difference
/// takes the node out of service: nobody can say which of the two is right, but the log (ADR 0022).
/// </summary>
internal sealed class IndexSelfCheck(
    EligibilityIndex index, IndexFollower follower, IndexLoading loading, IdentityVault vault, OpenRegistry registry, ILogger<IndexSelfCheck> logger) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <returns>Whether both hold the same; from then on the node answers, or it does not.</returns>
    public async Task<bool> Compare()
    {
        await _one.WaitAsync();
        try
        {
            return await CompareNow();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Makes the read models anew from the log and the index from them, while the node goes on in doubt; then compares again.</summary>
    public async Task<bool> Recover()
    {
        await _one.WaitAsync();
        try
        {
            var drifted = (await registry.ReadModels.Rebuild()).Where(report => report.Equal is false).Select(report => report.Table).ToList();
            logger.LogWarning("The read models were made anew from the log; {Count} of their tables had drifted from it: {Tables}", drifted.Count, drifted);
            var anew = await Load();
            await follower.Join(anew, () => index.TakeOver(anew));
            return await CompareNow();
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<bool> CompareNow()
    {
        var loaded = await Load();
        (IndexAtRest Running, IndexAtRest Loaded)? rest = null;
        await follower.Join(loaded, () => rest = (index.Rest(), loaded.Rest()));
        var (running, expected) = (rest!.Value.Running.Digest(vault), rest.Value.Loaded.Digest(vault));
        var equal = running == expected;
        if (!equal)
        {
            logger.LogError(
                "Out of service: at position {Position} the index holds {Running}, the read models {Loaded}", running.Position, Told(running), Told(expected));
        }
        else if (index.IsInDoubt)
        {
            logger.LogWarning("In service again: at position {Position} the index and the read models hold the same", running.Position);
        }

        index.IsInDoubt = !equal;
        return equal;
    }

    private async Task<EligibilityIndex> Load()
    {
        var loaded = new EligibilityIndex(vault);
        await loading.Load(loaded);
        return loaded;
    }

    private static string Told(IndexDigest digest) => string.Join(", ", new (string What, RowsDigest Rows)[]
    {
        ("listings", digest.Listings), ("findings", digest.Findings), ("names of organizations", digest.Organizations), ("annulled decisions", digest.AnnulledDispositions),
    }.Select(kind => $"{kind.Rows.Rows} {kind.What} ({kind.Rows.Digest[..8]})"));
}
