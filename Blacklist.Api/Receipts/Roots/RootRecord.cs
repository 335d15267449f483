using Blacklist.Domain.Receipts;
using Npgsql;

namespace Blacklist.Api.Receipts.Roots;

/// <summary>The signed roots on record (<c>registry.receipt_roots</c>); they are stored together with the answers under them.</summary>
internal sealed class RootRecord(NpgsqlDataSource database)
{
    /// <summary>Of one chain; the rest has its turn half a minute later.</summary>
    private const int MostAtOnce = 100_000;

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
            foreach (var (chain, anchored) in await Grown(table, cancellation))
            {
                chains.Add(await Behind(anchored, chain, table, cancellation));
            }
        }

        return chains;
    }

    /// <summary>Where each of them is anchored. Step by step through the index: what was anchored long ago is not gone through again.</summary>
    private async Task<List<(Guid Chain, long Anchored)>> Grown(string table, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            WITH RECURSIVE chains AS (
              (SELECT chain FROM {table} ORDER BY chain LIMIT 1)
              UNION ALL
              SELECT (SELECT next.chain FROM {table} AS next WHERE next.chain > chains.chain ORDER BY next.chain LIMIT 1)
                FROM chains WHERE chains.chain IS NOT NULL)
            SELECT chains.chain, coalesce(anchored_chain.last, 0)
              FROM chains
              LEFT JOIN anchored_chain ON anchored_chain.id = chains.chain
             WHERE (SELECT root.number FROM {table} AS root WHERE root.chain = chains.chain ORDER BY root.number DESC LIMIT 1) > coalesce(anchored_chain.last, 0)
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var grown = new List<(Guid, long)>();
        while (await reader.ReadAsync(cancellation))
        {
            grown.Add((reader.GetGuid(0), reader.GetInt64(1)));
        }

        return grown;
    }

    /// <param name="anchored">Number of the last root that is anchored; there are some behind it.</param>
    private async Task<UnanchoredRoots> Behind(long anchored, Guid chain, string table, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"SELECT number, previous, head FROM {table} WHERE chain = $1 AND number > $2 ORDER BY number LIMIT {MostAtOnce}");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = chain });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = anchored });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var roots = new UnanchoredRoots(chain, anchored, reader.GetInt64(0), Hex(reader, 1), reader.GetInt64(0), Hex(reader, 2), Unbroken: true);
        while (await reader.ReadAsync(cancellation))
        {
            var follows = reader.GetInt64(0) == roots.Last + 1 && Hex(reader, 1) == roots.Head;
            roots = roots with { Last = reader.GetInt64(0), Head = Hex(reader, 2), Unbroken = roots.Unbroken && follows };
        }

        return roots;
    }

    private static string Hex(NpgsqlDataReader reader, int column) => Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(column));
}

/// <inheritdoc cref="AnchorReceiptRoots"/>
/// <param name="Anchored">Number of the last root that was anchored when these were read.</param>
internal sealed record UnanchoredRoots(Guid Chain, long Anchored, long First, string Previous, long Last, string Head, bool Unbroken);
