using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Receipts;

/// <summary>State of a chain's stream: how far its roots are anchored. A node has one chain at a time and shares it with nobody.</summary>
public sealed record ReceiptChain
{
    /// <summary>What the first root of a chain follows: 32 zero bytes.</summary>
    public static readonly string Beginning = new('0', 64);

    public static readonly ReceiptChain Initial = new();

    public static readonly StreamKind<ReceiptChain> Stream = new("receipt_chain", Initial, Evolve);

    /// <summary>Number of the last root that is anchored; 0 when none is.</summary>
    public long Last { get; private init; }

    /// <summary>Its head.</summary>
    public string Head { get; private init; } = Beginning;

    public static ReceiptChain Evolve(ReceiptChain state, IEvent fact) => fact switch
    {
        ReceiptRootsAnchored e => state with { Last = e.Last, Head = e.Head },
        _ => state,
    };
}
