using System.Security.Cryptography;
using System.Text;
using Blacklist.Api.Vault;
using Npgsql;

namespace Blacklist.Api.BannedOrganizations.Papers;

/// <summary>What is on the papers, each sealed and bound to its id (<c>vault.papers</c>, ADR 0036).</summary>
internal sealed class PaperRecord(NpgsqlDataSource database, IdentityVault vault)
{
    /// <summary>The same content in the same file is the same paper.</summary>
    public static Guid IdOf(Guid organization, string sha256) => new(SHA256.HashData(Encoding.ASCII.GetBytes($"{organization:N}{sha256}")).AsSpan(0, 16));

    /// <summary>Before the log names it: a paper that no event names is nobody's.</summary>
    public async Task Store(Guid id, ReadOnlyMemory<byte> content)
    {
        await using var command = database.CreateCommand("SELECT vault.seal_paper($1, $2)");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = vault.SealBlob(content.Span, id.ToByteArray()) });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <returns>Null when there is none.</returns>
    public async Task<byte[]?> Open(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT sealed FROM vault.papers WHERE paper_id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return await command.ExecuteScalarAsync(cancellation) is byte[] found ? vault.OpenBlob(found, id.ToByteArray()) : null;
    }
}
