using Blacklist.Api.EventLog;
using Blacklist.Api.Projections;
using Blacklist.Domain.Receipts;
using NpgsqlTypes;

namespace Blacklist.Api.Receipts.Roots;

/// <summary>Up to which root each chain is anchored.</summary>
internal sealed class AnchoredChainView : Projection
{
    private static readonly ArrayStatement Anchor = new(
        "INSERT INTO anchored_chain (id, last) SELECT * FROM unnest($1, $2) ON CONFLICT (id) DO UPDATE SET last = excluded.last",
        NpgsqlDbType.Uuid, NpgsqlDbType.Bigint);

    public AnchoredChainView()
        : base("anchored_chain", version: 1) =>
        On<ReceiptRootsAnchored>(Anchor, (at, e) => [at.StreamId, e.Last]);

    public override string Schema =>
        """
        CREATE TABLE anchored_chain (
          id   uuid   NOT NULL PRIMARY KEY,
          last bigint NOT NULL
        );
        """;
}
