using System.Security.Cryptography;
using Blacklist.Api.Hosting;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Vault.Keys;

/// <summary>What the database remembers of the keys: enough to refuse others.</summary>
internal static class KeyChecks
{
    public static async Task<IReadOnlyList<KeyCheck>> Read(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT key_id, key_use, check_value FROM vault.key_checks", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var checks = new List<KeyCheck>();
        while (await reader.ReadAsync())
            checks.Add(new KeyCheck(reader.GetString(0), (KeyUse)reader.GetInt16(1), reader.GetFieldValue<byte[]>(2)));
        return checks;
    }

    /// <summary>The checks to be remembered from now on, when the keys are those of the database or of a new one.</summary>
    /// <param name="source">Where the keys came from, as an operator would say it.</param>
    public static IReadOnlyList<KeyCheck> NewOnes(IReadOnlyList<KeyCheck> recorded, IReadOnlyList<KeyCheck> given, string source)
    {
        foreach (var known in recorded)
        {
            var brought = given.FirstOrDefault(check => check.KeyId == known.KeyId && check.Use == known.Use)
                ?? throw Refused(source, $"lacks the {Word(known)} {known.KeyId}, which the database was filled with: bring the key file that belongs to it");
            if (!CryptographicOperations.FixedTimeEquals(brought.Value, known.Value))
                throw Refused(source, $"has another {Word(known)} under the id {known.KeyId} than the database was filled with: bring the key file that belongs to it");
        }

        var added = given.Where(check => recorded.All(known => known.KeyId != check.KeyId)).ToList();
        if (recorded.Count > 0 && added.Find(check => check.Use == KeyUse.Digest) is { } foreign)
            throw Refused(source, $"has a digest key {foreign.KeyId} that the database does not know: documents are found by their old digest key only");
        return added;
    }

    public static async Task Add(NpgsqlConnection connection, IReadOnlyList<KeyCheck> checks)
    {
        const string Insert = "INSERT INTO vault.key_checks (key_id, key_use, check_value) SELECT * FROM unnest($1, $2, $3)";
        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Text, checks.Select(check => check.KeyId).ToArray());
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Smallint, checks.Select(check => (short)check.Use).ToArray());
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Bytea, checks.Select(check => check.Value).ToArray());
        await command.ExecuteNonQueryAsync();
    }

    private static string Word(KeyCheck check) => check.Use == KeyUse.Master ? "master key" : "digest key";

    private static StartProblem Refused(string source, string why) => new($"The vault does not open: {source} {why}.");
}
