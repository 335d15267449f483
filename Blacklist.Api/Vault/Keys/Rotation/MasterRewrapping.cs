using Blacklist.Domain.Kernel;
using Npgsql;

namespace Blacklist.Api.Vault.Keys.Rotation;

/// <summary>Wraps what a former master key wraps under the one in use: the data keys of persons, and the other keys of the registry.</summary>
internal sealed class MasterRewrapping(NpgsqlDataSource database, KeyRing ring, KeyRecords records)
{
    private const int PersonsAtOnce = 500;

    /// <returns>How many persons and keys it was.</returns>
    public async Task<int> Rewrap(KeyRecord former, CancellationToken cancellation)
    {
        var all = await RewrapKeys(former);
        for (var persons = await Next(former, cancellation); persons.Count > 0; persons = await Next(former, cancellation))
            all += await Replace([.. persons], ring.Master);
        return all;
    }

    private async Task<int> RewrapKeys(KeyRecord former)
    {
        var number = ring.MasterNamed(former.Id).Number;
        var keys = ring.Records.Where(key => key.Sealed is not null && SealedBlob.MasterOf(key.Sealed) == number).ToList();
        foreach (var key in keys)
        {
            var associated = KeySet.Associated(key.Purpose, key.Id);
            await records.Reseal(key.Id, key.Sealed, SealedBlob.Seal(ring, SealedBlob.Open(ring, key.Sealed, associated), associated));
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
