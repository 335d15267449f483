using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Eligibility.Knowledge;

/// <summary>What the registry knew at earlier positions of its log.</summary>
internal sealed class RegistryPast(EligibilityIndex index, IndexFollower follower, EventStore log, IdentityVault vault, RegionCatalogue regions)
{
    /// <param name="least">The reading reaches at least this position, which the log must have.</param>
    public async Task<PastReading> Open(long least)
    {
        if (index.Position < least)
        {
            await follower.CatchUp();
        }

        return new PastReading(index, new PastStreams(log, vault), vault, regions, index.Position);
    }
}
