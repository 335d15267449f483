using Blacklist.Api.EventLog;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Receipts;

namespace Blacklist.Api.Receipts.Roots;

/// <summary>
/// Twice a minute the newest head of every chain goes into the event log, if it has new roots: from then on none of them can be changed or
/// left out unseen. Any node does it for all, also for those that are gone; who comes second finds nothing left to do.
/// </summary>
internal sealed class RootAnchoring(RootRecord roots, EventStore log, ILogger<RootAnchoring> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly ClerkId Registry = new("receipt-anchoring");

    /// <summary>Anchors what is there now, all chains in one append.</summary>
    public async Task Anchor(CancellationToken cancellation = default)
    {
        var streams = new List<StreamAppend>();
        foreach (var chain in await roots.Unanchored(cancellation))
        {
            var stream = await log.LoadNewest(chain.Chain); // says how far the chain is anchored; a chain that lasts a year has a million anchors
            var state = stream.Fold(ReceiptChain.Initial, ReceiptChain.Evolve);
            switch (AnchorReceiptRoots.Decide(state, Command(chain)))
            {
                case Outcome.Recorded { Events: [var fact] }:
                    streams.Add(new StreamAppend(chain.Chain, ReceiptChain.Stream.Type, stream.Version, [new NewEvent(Guid.CreateVersion7(), fact)]));
                    break;
                case Outcome.Refused when state.Last != chain.Anchored:
                    logger.LogWarning("Chain {Chain} was found anchored up to {Found} and is anchored up to {Last}: another node was faster", chain.Chain, chain.Anchored, state.Last);
                    break;
                case Outcome.Refused refused:
                    logger.LogCritical("Chain {Chain} from root {First} to {Last}: {Meaning}", chain.Chain, chain.First, chain.Last, refused.Refusal.Meaning);
                    break;
            }
        }

        if (streams.Count > 0)
        {
            await log.Append(new AppendRequest(streams, Registry.Value));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Anchor(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(failure, "Signed roots could not be anchored now");
            }
        }
    }

    private static AnchorReceiptRoots Command(UnanchoredRoots chain) =>
        new(new ReceiptChainId(chain.Chain), chain.First, chain.Previous, chain.Last, chain.Head, chain.Unbroken, Registry);
}
