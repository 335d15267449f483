using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Eligibility.Index.Loading;
using Blacklist.Api.Eligibility.Lane;

namespace Blacklist.Api.Eligibility;

/// <summary>Before the first call is taken: the month's partition is there and the index is loaded.</summary>
internal sealed class EligibilityStart(CheckRecord record, EligibilityIndex index, IndexLoading loading, TimeProvider time) : IHostedService
{
    private const int WorthTidying = 100_000;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await record.EnsurePartitions(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        await loading.Load(index);
        if (index.Count >= WorthTidying)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true); // what only the loading needed, while nobody waits
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
