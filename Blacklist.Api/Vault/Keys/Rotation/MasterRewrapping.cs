using System.Buffers.Binary;
using Blacklist.Domain.Kernel;
using Npgsql;

namespace Blacklist.Api.Vault.Keys.Rotation;

/// <summary>
/// Wraps what a former master key wraps under the one in use: the data keys of persons, and the other keys of the registry. What is sealed in one piece,
/// and stays, is sealed anew.
/// </summary>
internal sealed class MasterRewrapping(NpgsqlDataSource database, KeyRing ring, KeyRecords records, IEnumerable<SealedTable> tables)
{
    private const int PersonsAtOnce = 500;

    /// <returns>How many persons, keys and blobs it was.</returns>
    public async Task<int> Rewrap(KeyRecord former, CancellationToken cancellation)
    {
        var all = await RewrapKeys(former);
        for (var persons = await Next(former, cancellation); persons.Count > 0; persons = await Next(former, cancellation))
            all += await Replace([.. persons], ring.Master);
        foreach (var table in tables)
        {
            for (var blobs = await Next(former, table, cancellation); blobs.Count > 0; blobs = await Next(former, table, cancellation))
                all += await Replace(blobs, table);
        }

        return all;
    }

    private async Task<int> RewrapKeys(KeyRecord former)
    {
        var number = ring.MasterNamed(former.Id).Number;
        var keys = ring.Records.Where(key => key.Sealed is not null && SealedBlob.MasterOf(key.Sealed) == number).ToList();
        foreach (var key in keys)
        {
            var associated = KeySet.Associated(key.Purpose, key.Id);
            await records.Reseal(key.Id, key.Sealed, Anew(key.Sealed!, associated));
        }

        return keys.Count;
    }

    private async Task<List<PersonRecord>> Next(KeyRecord former, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "SELECT person_id, algorithm, wrapped_key FROM vault.persons WHERE master_key = $1 AND wrapped_key IS NOT NULL ORDER BY person_id LIMIT $2");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = former.Id });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = PersonsAtOnce });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var persons = new List<PersonRecord>();
        while (await reader.ReadAsync(cancellation))
            persons.Add(new PersonRecord(new PersonId(reader.GetGuid(0)), (byte)reader.GetInt16(1), former.Id, reader.GetFieldValue<byte[]>(2), Sealed: null));
        return persons;
    }

    private async Task<List<(string Id, byte[] Blob)>> Next(KeyRecord former, SealedTable table, CancellationToken cancellation)
    {
        var number = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(number, ring.MasterNamed(former.Id).Number);
        await using var command = database.CreateCommand(table.Find);
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = number });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = table.AtOnce });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var blobs = new List<(string, byte[])>();
        while (await reader.ReadAsync(cancellation))
            blobs.Add((reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
        return blobs;
    }

    private async Task<int> Replace(IReadOnlyList<(string Id, byte[] Blob)> blobs, SealedTable table)
    {
        await using var command = database.CreateCommand(table.Replace);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. blobs.Select(blob => blob.Id)] });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. blobs.Select(blob => blob.Blob)] });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. blobs.Select(blob => Anew(blob.Blob, table.Bound(blob.Id)))] });
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private byte[] Anew(byte[] blob, byte[] bound) => SealedBlob.Seal(ring, SealedBlob.Open(ring, blob, bound), bound);

    private async Task<int> Replace(IReadOnlyList<PersonRecord> persons, MasterKey master)
    {
        await using var command = database.CreateCommand("SELECT vault.rewrap($1, $2, $3, $4)");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. persons.Select(person => person.Id.Value)] });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. persons.Select(person => person.WrappedKey!)] });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. persons.Select(person => person.Rewrap(ring, master))] });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = master.Id });
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
