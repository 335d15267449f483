namespace Blacklist.Api.Vault.Keys.Rotation;

/// <summary>Keeps a node's keys those of the database, and says that the node is there and which master keys it has.</summary>
internal sealed class KeyWatch(KeyRing ring, KeyRecords records, VaultOptions options, ILogger<KeyWatch> logger) : BackgroundService
{
    private readonly Guid _node = Guid.CreateVersion7();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Look(stoppingToken);
            await Task.Delay(options.Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await records.Leave(_node);
        }
        catch (Exception failure)
        {
            logger.LogInformation(failure, "The node could not be signed off; it is forgotten in a minute");
        }
    }

    private async Task Look(CancellationToken stopping)
    {
        try
        {
            await ring.Refresh(stopping);
            await records.Hold(_node, ring.MasterKeys);
            foreach (var key in ring.Records.Where(key => key.Purpose == KeyPurpose.Master && !ring.MasterKeys.Contains(key.Id)))
                logger.LogCritical("This node lacks the master key {Key}, and until it has it no node uses it: bring it {Source}", key.Id, options);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            logger.LogWarning(failure, "The keys cannot be looked at now");
        }
    }
}
