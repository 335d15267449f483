using Blacklist.Api.EventLog;
using Blacklist.Api.Vault.Keys;
using Blacklist.Api.Vault.Opening;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Vault;

/// <summary>
/// Who the persons of the log are. Personal data lives here, sealed, and nowhere else (adr/0004);
/// a person is found by the keyed digest of a document alone.
/// </summary>
internal sealed class IdentityVault(NpgsqlDataSource database, KeyRing keys)
{
    /// <summary>What a query of <see cref="CopiedRows"/> asks for of the persons whom <see cref="PersonsJoined"/> brings in.</summary>
    public const string PersonColumns = SealedPerson.Columns;

    /// <summary>To a table with a column <c>person_id</c>.</summary>
    public const string PersonsJoined = "JOIN vault.persons USING (person_id)";

    private const string Some = PersonRecord.Select + " WHERE person_id = ANY ($1)";

    private static readonly ArrayStatement Sealing = new(
        "SELECT vault.seal($1, $2, $3, $4, $5, $6, $7)",
        NpgsqlDbType.Uuid, NpgsqlDbType.Smallint, NpgsqlDbType.Text, NpgsqlDbType.Bytea, NpgsqlDbType.Bytea,
        NpgsqlDbType.Text, NpgsqlDbType.Bytea);

    private static readonly ArrayStatement Erasing = new("SELECT vault.erase($1)", NpgsqlDbType.Uuid);

    /// <summary>The rows that store a person in the same transaction as the events that name the person.</summary>
    public IReadOnlyList<SideRow> Seal(PersonId id, PersonIdentity identity)
    {
        var record = PersonRecord.Seal(keys, id, identity);
        var digestKey = keys.Digests[0];
        var digests = new byte[identity.Documents.Count * Digester.Size];
        for (var i = 0; i < identity.Documents.Count; i++)
            digestKey.Of(identity.Documents[i]).CopyTo(digests.AsSpan(i * Digester.Size));
        return
        [
            new SideRow(
                Sealing,
                [id.Value, (short)record.Algorithm, record.MasterKeyId, record.WrappedKey, record.Sealed, digestKey.Id, digests]),
        ];
    }

    /// <summary>The rows that erase a person in the same transaction as the event that says so.</summary>
    public static IReadOnlyList<SideRow> Erasure(PersonId id) => [new SideRow(Erasing, [id.Value])];

    public KeyRing Keys => keys;

    /// <summary>By which a process finds a document in its own memory; the same in all, and under none of the keys of what is stored.</summary>
    public DocumentDigest Digest(IdentityDocument document) => keys.Request.Memory.DigestOf(document);

    /// <summary>Under which the database has the document, if it has it: one digest for each key that is sought under.</summary>
    public IEnumerable<byte[]> StoredDigests(IdentityDocument document) => keys.Digests.Select(key => key.Of(document).ToArray());

    /// <summary>All of them, also those who were erased; a person who was never sealed is a fault.</summary>
    public async Task<IReadOnlyDictionary<PersonId, OpenedPerson>> Open(
        IReadOnlyCollection<PersonId> ids, CancellationToken cancellation = default)
    {
        await using var command = database.CreateCommand(Some);
        command.Parameters.Add(Among(ids));
        var persons = new Dictionary<PersonId, OpenedPerson>(ids.Count);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var person = Read(reader);
            persons[person.Id] = person;
        }

        return AllOf(ids, persons);
    }

    /// <summary>As they are in the snapshot: who is erased later is still there.</summary>
    public IReadOnlyDictionary<PersonId, OpenedPerson> Open(IReadOnlyCollection<PersonId> ids, LogSnapshot snapshot) => AllOf(ids, OpenThere(ids, snapshot));

    /// <summary>The same of those who are there.</summary>
    public Dictionary<PersonId, OpenedPerson> OpenThere(IReadOnlyCollection<PersonId> ids, LogSnapshot snapshot) =>
        snapshot.Read(Some, Read, Among(ids)).ToDictionary(person => person.Id);

    /// <summary>From a row whose next columns are <see cref="PersonColumns"/>.</summary>
    public OpenedPerson Open(PersonId id, ref CopiedRows.Reader row) => SealedPerson.Open(id, ref row, keys);

    /// <summary>Everybody in the snapshot, decrypted on all cores; it waits without giving up its thread.</summary>
    /// <param name="wanted">Whom to open.</param>
    /// <param name="each">Told of one after the other on every core, so of several at once.</param>
    public void OpenAll(LogSnapshot snapshot, Func<PersonId, bool> wanted, Action<OpenedPerson> each) => new Everybody(keys, wanted, each).Open(snapshot);

    /// <summary>The persons, not erased, who hold the document.</summary>
    public async Task<IReadOnlyList<PersonId>> Find(IdentityDocument document, CancellationToken cancellation = default)
    {
        await using var command = database.CreateCommand("SELECT person_id FROM vault.document_digests WHERE digest = ANY ($1)");
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. StoredDigests(document)] });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var persons = new List<PersonId>();
        while (await reader.ReadAsync(cancellation))
            persons.Add(new PersonId(reader.GetGuid(0)));
        return persons;
    }

    /// <summary>Destroys the person's key, sealed identity and digests; what is left says that there was somebody. Twice is once.</summary>
    public async Task Erase(PersonId id)
    {
        await using var command = database.CreateCommand(Erasing.Sql);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [id.Value] });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <param name="associated">What the blob belongs to; opening demands the same.</param>
    public byte[] SealBlob(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated) => SealedBlob.Seal(keys, plain, associated);

    /// <inheritdoc cref="SealedBlob.Open"/>
    public byte[] OpenBlob(ReadOnlySpan<byte> blob, ReadOnlySpan<byte> associated) => SealedBlob.Open(keys, blob, associated);

    /// <summary>Keyed digest of a caller's own name for a request: what people put into such names is not ours to keep.</summary>
    public string Mac(string name) => Convert.ToHexStringLower(Mac(System.Text.Encoding.UTF8.GetBytes(name)));

    /// <summary>Keyed digest of a request, to recognize a repeated one without keeping it.</summary>
    public byte[] Mac(ReadOnlySpan<byte> request)
    {
        var mac = new byte[Digester.Size];
        keys.Request.Requests.Digest(request, mac);
        return mac;
    }

    private static byte[]? Bytes(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    private static NpgsqlParameter<Guid[]> Among(IReadOnlyCollection<PersonId> ids) => new() { TypedValue = [.. ids.Select(id => id.Value)] };

    private OpenedPerson Read(NpgsqlDataReader row) => new PersonRecord(
        new PersonId(row.GetGuid(0)), (byte)row.GetInt16(1), row.GetString(2), Bytes(row, 3), Bytes(row, 4)).Open(keys);

    private static Dictionary<PersonId, OpenedPerson> AllOf(IReadOnlyCollection<PersonId> ids, Dictionary<PersonId, OpenedPerson> persons)
    {
        foreach (var id in ids)
        {
            if (!persons.ContainsKey(id))
                throw new InvalidOperationException($"The vault knows no person {id.Value}.");
        }

        return persons;
    }
}
