using System.Buffers.Binary;
using Blacklist.Api.Vault;
using Npgsql;

namespace Blacklist.Api.Eligibility.Files;

/// <summary>What a chunk holds; the value enters what the vault binds it to, so it stays.</summary>
internal enum FileChunkKind
{
    Workbook = 1,
    Rows = 2,
    Answers = 3,
}

/// <summary>The parts of files, each sealed by the vault and bound to its place (<c>registry.applicant_file_chunks</c>).</summary>
internal sealed class FileChunkRecord(NpgsqlDataSource database, IdentityVault vault)
{
    private const string Reading = "SELECT sealed FROM registry.applicant_file_chunks WHERE file_id = $1 AND kind = $2 AND number = $3";

    public byte[] Seal(Guid file, FileChunkKind kind, int number, ReadOnlySpan<byte> plain) => vault.SealBlob(plain, Place(file, kind, number));

    public async Task Store(Guid file, FileChunkKind kind, int number, ReadOnlyMemory<byte> plain)
    {
        await using var command = Command("INSERT INTO registry.applicant_file_chunks (file_id, kind, number, sealed) VALUES ($1, $2, $3, $4)", file, kind, number);
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = Seal(file, kind, number, plain.Span) });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <returns>Null when there is none, or none any more.</returns>
    public async Task<byte[]?> Open(Guid file, FileChunkKind kind, int number, CancellationToken cancellation)
    {
        await using var command = Command(Reading, file, kind, number);
        return await command.ExecuteScalarAsync(cancellation) is byte[] found ? vault.OpenBlob(found, Place(file, kind, number)) : null;
    }

    /// <summary>For readers that cannot wait in any other way.</summary>
    public byte[] OpenAtOnce(Guid file, FileChunkKind kind, int number) => vault.OpenBlob(ReadAtOnce(file, kind, number), Place(file, kind, number));

    public async Task Drop(Guid file, FileChunkKind kind)
    {
        await using var command = database.CreateCommand("DELETE FROM registry.applicant_file_chunks WHERE file_id = $1 AND kind = $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = file });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Word(kind) });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private byte[] ReadAtOnce(Guid file, FileChunkKind kind, int number)
    {
        using var command = Command(Reading, file, kind, number);
        return (byte[])command.ExecuteScalar()!;
    }

    private NpgsqlCommand Command(string sql, Guid file, FileChunkKind kind, int number)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = file });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Word(kind) });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = number });
        return command;
    }

    private static string Word(FileChunkKind kind) => EventLog.Json.EnumWords.Of(kind);

    private static byte[] Place(Guid file, FileChunkKind kind, int number)
    {
        var place = new byte[21];
        file.TryWriteBytes(place);
        place[16] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(place.AsSpan(17), number);
        return place;
    }
}
