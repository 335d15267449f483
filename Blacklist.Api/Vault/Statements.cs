using System.Text;
using Blacklist.Api.EventLog;
using Blacklist.Domain.Kernel;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Vault;

/// <summary>Persons' own words, each sealed by itself and kept as long as the person is known.</summary>
internal sealed class Statements(NpgsqlDataSource database, IdentityVault vault)
{
    private static readonly ArrayStatement Sealing = new(
        "SELECT vault.seal_statements($1, $2, $3)", NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Bytea);

    /// <summary>The rows that keep the words in the same transaction as the event that names them.</summary>
    public IReadOnlyList<SideRow> Seal(Guid id, PersonId person, string words) =>
        [new SideRow(Sealing, [id, person.Value, vault.SealBlob(Encoding.UTF8.GetBytes(words), id.ToByteArray())])];

    /// <returns>Without those of persons who were erased.</returns>
    public async Task<IReadOnlyDictionary<Guid, string>> Open(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT statement_id, sealed FROM vault.statements WHERE statement_id = ANY ($1)");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var opened = new Dictionary<Guid, string>(ids.Count);
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetGuid(0);
            opened[id] = Encoding.UTF8.GetString(vault.OpenBlob(reader.GetFieldValue<byte[]>(1), id.ToByteArray()));
        }

        return opened;
    }
}
