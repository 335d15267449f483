using Blacklist.Domain.Receipts;
using Npgsql;

namespace Blacklist.Api.Receipts.Roots;

/// <summary>The signed roots on record (<c>registry.receipt_roots</c>); they are stored together with the answers under them.</summary>
internal sealed class RootRecord(NpgsqlDataSource database)
{
    /// <summary>Where chains are kept: those of receipts, and those of the audit (<c>schema/0044</c>).</summary>
    private static readonly string[] Tables = ["registry.receipt_roots", "audit.roots"];

    /// <summary>Whether exactly this was signed and stored.</summary>
    public async Task<bool> Holds(RootStatement statement, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT EXISTS (SELECT FROM registry.receipt_roots WHERE chain = $1 AND number = $2 AND head = $3)");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = statement.Chain });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = statement.Number });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = statement.Head() });
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The chains, of this node and of all others, with roots that no event names yet. Chains are few: one for each start of a node.</summary>
    public async Task<IReadOnlyList<UnanchoredRoots>> Unanchored(CancellationToken cancellation)
    {
        var chains = new List<UnanchoredRoots>();
        foreach (var table in Tables)
        {
            chains.AddRange(await Unanchored(table, cancellation));
        }

        return chains;
    }

    private async Task<List<UnanchoredRoots>> Unanchored(string table, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            WITH RECURSIVE chains AS (
              (SELECT chain FROM {table} ORDER BY chain LIMIT 1)
              UNION ALL
              SELECT (SELECT next.chain FROM {table} AS next WHERE next.chain > chains.chain ORDER BY next.chain LIMIT 1)
                FROM chains WHERE chains.chain IS NOT NULL)
            SELECT chains.chain, fresh.first, fresh.previous, fresh.last, fresh.head, fresh.unbroken
              FROM chains
              LEFT JOIN anchored_chain ON anchored_chain.id = chains.chain
             CROSS JOIN LATERAL (
               SELECT min(root.number) AS first, max(root.number) AS last,
                      (array_agg(root.previous ORDER BY root.number))[1] AS previous, (array_agg(root.head ORDER BY root.number DESC))[1] AS head,
                      bool_and(root.follows) AS unbroken
                 FROM (SELECT number, previous, head,
                              coalesce(number = lag(number) OVER place + 1 AND previous = lag(head) OVER place, true) AS follows
                         FROM {table}
                        WHERE chain = chains.chain AND number > coalesce(anchored_chain.last, 0)
                       WINDOW place AS (ORDER BY number)) AS root) AS fresh
             WHERE chains.chain IS NOT NULL AND fresh.last IS NOT NULL
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var chains = new List<UnanchoredRoots>();
        while (await reader.ReadAsync(cancellation))
        {
            chains.Add(new UnanchoredRoots(
                reader.GetGuid(0), reader.GetInt64(1), Hex(reader, 2), reader.GetInt64(3), Hex(reader, 4), reader.GetBoolean(5)));
        }

        return chains;
    }

    private static string Hex(NpgsqlDataReader reader, int column) => Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(column));
}

/// <inheritdoc cref="AnchorReceiptRoots"/>
internal sealed record UnanchoredRoots(Guid Chain, long First, string Previous, long Last, string Head, bool Unbroken);
