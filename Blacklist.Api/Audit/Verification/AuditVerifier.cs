using Blacklist.Api.EventLog;
using Blacklist.Api.Receipts;
using Blacklist.Domain.Receipts;

namespace Blacklist.Api.Audit.Verification;

/// <summary>
/// Computes the whole audit again: every entry from its columns, every root from its entries, every head from the one before it, every
/// signature, and what the event log says of the chain. It names the first difference.
/// </summary>
internal sealed class AuditVerifier(StoredAuditRows stored, ReceiptKeys keys, EventStore log)
{
    private const int RootsAtOnce = 500;

    public async Task<AuditFinding> Run(CancellationToken cancellation = default)
    {
        var (roots, entries) = (0L, 0L);
        if (await stored.EntryWithoutRoot(cancellation) is { } stray)
        {
            return new AuditFinding(0, 0, $"chain {stray.Chain}, root {stray.Number}, entry {stray.Leaf}: no such root was signed");
        }

        foreach (var chain in await stored.Chains(cancellation))
        {
            var anchored = (await log.Load(chain)).Fold(ReceiptChain.Initial, ReceiptChain.Evolve);
            var last = RootLink.Beginning;
            while (await stored.Roots(chain, last.Number, RootsAtOnce, cancellation) is { Count: > 0 } page)
            {
                var texts = (await stored.Entries(chain, page[0].Number, page[^1].Number, cancellation)).ToLookup(entry => entry.Number);
                foreach (var root in page)
                {
                    var found = new RootCheck(root, keys).Difference(last, anchored, [.. texts[root.Number]]);
                    if (found is not null)
                    {
                        return new AuditFinding(roots, entries, $"chain {chain}, root {root.Number}{found}");
                    }

                    last = new RootLink(root.Number, root.Head);
                    roots++;
                    entries += texts[root.Number].Count();
                }
            }

            if (last.Number < anchored.Last)
            {
                return new AuditFinding(roots, entries, $"chain {chain}, root {last.Number + 1}: it is gone, the event log knows of {anchored.Last}");
            }
        }

        return new AuditFinding(roots, entries, Difference: null);
    }
}

/// <param name="Roots">How many were right, up to the first difference.</param>
/// <param name="Entries">The same of the entries under them.</param>
/// <param name="Difference">Null when there is none.</param>
internal sealed record AuditFinding(long Roots, long Entries, string? Difference);
