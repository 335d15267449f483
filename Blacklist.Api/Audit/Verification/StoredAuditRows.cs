using Blacklist.Api.Audit.Reading;
using Blacklist.Domain.Receipts;
using Npgsql;

namespace Blacklist.Api.Audit.Verification;

/// <summary>The audit as it is stored, in the order in which it was signed.</summary>
internal sealed class StoredAuditRows(NpgsqlDataSource database)
{
    /// <summary>Those with roots, and those that the event log anchored and of which no root may be left.</summary>
    public Task<List<Guid>> Chains(CancellationToken cancellation) => Read(
        """
        SELECT DISTINCT chain FROM audit.roots
        UNION SELECT id FROM registry.mt_streams WHERE type = $1 AND NOT EXISTS (SELECT FROM registry.receipt_roots WHERE chain = id)
        ORDER BY 1
        """,
        row => row.GetGuid(0), cancellation, ReceiptChain.Stream.Type);

    public Task<List<StoredRoot>> Roots(Guid chain, long after, int most, CancellationToken cancellation) => Read(
        """
        SELECT chain, number, previous, head, leaves, kid, signature,
               EXISTS (SELECT FROM audit.dropped_months WHERE recorded_at < ((month + interval '1 month')::date::text || ' 01:00:00+00')::timestamptz)
          FROM audit.roots WHERE chain = $1 AND number > $2 ORDER BY number LIMIT $3
        """,
        row => new StoredRoot(
            row.GetGuid(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3), row.GetFieldValue<byte[]>(4), row.GetString(5),
            row.GetFieldValue<byte[]>(6), row.GetBoolean(7)),
        cancellation, chain, after, most);

    public Task<List<StoredEntry>> Entries(Guid chain, long first, long last, CancellationToken cancellation) => Read(
        $"SELECT {AuditEntryRows.Columns} FROM audit.entries WHERE chain = $1 AND number BETWEEN $2 AND $3 ORDER BY number, leaf",
        row => new StoredEntry(row.GetInt64(16), row.GetInt32(17), AuditEntryRows.Entry(row)), cancellation, chain, first, last);

    public async Task<AuditedRoot?> EntryWithoutRoot(CancellationToken cancellation) => (await Read(
        """
        SELECT chain, number, leaf FROM audit.entries AS entry
         WHERE NOT EXISTS (SELECT FROM audit.roots AS root WHERE root.chain = entry.chain AND root.number = entry.number)
         ORDER BY chain, number, leaf LIMIT 1
        """,
        row => new AuditedRoot(row.GetGuid(0), row.GetInt64(1), row.GetInt32(2)), cancellation)).FirstOrDefault();

    private async Task<List<T>> Read<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0; // years of entries take their time
        command.Parameters.AddRange(Array.ConvertAll(values, value => new NpgsqlParameter { Value = value }));
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
