using Blacklist.Domain.Kernel;
using Npgsql;

namespace Blacklist.Api.Vault.Erasure;

/// <summary>Looks for what is left of persons in the vault.</summary>
internal sealed class VaultRemains(NpgsqlDataSource database, IdentityVault vault)
{
    public async Task<Remains> Of(IReadOnlyCollection<PersonId> persons, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            SELECT count(*)::integer, count(*) FILTER (WHERE erased_at IS NULL OR wrapped_key IS NOT NULL OR sealed IS NOT NULL),
                   (SELECT count(*) FROM vault.document_digests WHERE person_id = ANY ($1)) + (SELECT count(*) FROM vault.subjects WHERE person_id = ANY ($1)),
                   (SELECT count(*) FROM vault.statements WHERE person_id = ANY ($1))
              FROM vault.persons WHERE person_id = ANY ($1)
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. persons.Select(person => person.Value)] });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var opened = await vault.Open(persons, cancellation);
        return new Remains(reader.GetInt32(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), opened.Values.All(person => person.IsErased));
    }
}

/// <param name="Persons">How many have a row, which says that there was somebody.</param>
/// <param name="Sealed">Rows with a key or a sealed identity.</param>
internal sealed record Remains(int Persons, long Sealed, long Digests, long Statements, bool OpensToNobody)
{
    public bool IsNothing => this is { Sealed: 0, Digests: 0, Statements: 0, OpensToNobody: true };
}
