using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Blacklist.Api.Hosting;
using Npgsql;

namespace Blacklist.Api.EventLog.Schema;

/// <summary>Brings a database to the newest of the numbered scripts. Several nodes may start at once: one applies, the others wait.</summary>
internal static partial class SchemaMigrations
{
    /// <summary>Where the scripts lie beside the service.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "schema");

    /// <summary>Applies what is missing, each script in a transaction of its own.</summary>
    /// <exception cref="StartProblem">The login may not, or a released script was edited.</exception>
    public static async Task Apply(NpgsqlDataSource owner, string folder)
    {
        var scripts = Scripts(folder);
        await using var connection = await owner.OpenConnectionAsync();
        await using var turn = await DatabaseLock.Take(connection, DatabaseLock.Schema);
        try
        {
            await Run(connection, SchemaFoundation.Sql);
            var applied = await Applied(connection);
            foreach (var script in scripts)
            {
                if (!applied.TryGetValue(script.Number, out var hash))
                {
                    await Apply(connection, script);
                }
                else if (hash != script.Hash)
                {
                    throw new StartProblem($"The script {script.Name} was edited after it was applied; released scripts are never edited, add a new one.");
                }
            }
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new StartProblem(
                $"The owner's login may not set up the database ({refused.MessageText}): it must be {RegistryRoles.Owner} or a member of it, " +
                $"and {RegistryRoles.Owner} must be allowed to create schemas in this database. {RegistryRoles.App} must be there, and a member of {RegistryRoles.Reader}.", refused);
        }
    }

    private static List<Script> Scripts(string folder)
    {
        var scripts = Directory.EnumerateFiles(folder, "*.sql")
            .Select(file => Script.Read(file))
            .OrderBy(script => script.Number)
            .ToList();
        var twice = scripts.GroupBy(script => script.Number).FirstOrDefault(same => same.Skip(1).Any());
        return twice is null ? scripts : throw new StartProblem($"Two scripts bear the number {twice.Key:0000}.");
    }

    private static async Task<Dictionary<int, string>> Applied(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT number, sha256 FROM registry.schema_scripts", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var applied = new Dictionary<int, string>();
        while (await reader.ReadAsync())
        {
            applied.Add(reader.GetInt32(0), reader.GetString(1));
        }

        return applied;
    }

    private static async Task Apply(NpgsqlConnection connection, Script script)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await Run(connection, $"SET LOCAL ROLE {RegistryRoles.Owner}");
        await Run(connection, script.Text);
        await using var record = new NpgsqlCommand(
            "INSERT INTO registry.schema_scripts (number, name, sha256) VALUES ($1, $2, $3)", connection)
        {
            Parameters = { new() { Value = script.Number }, new() { Value = script.Name }, new() { Value = script.Hash } },
        };
        await record.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private sealed partial record Script(int Number, string Name, string Text, string Hash)
    {
        public static Script Read(string file)
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (!Form().IsMatch(name))
            {
                throw new StartProblem($"The script {name} is not named NNNN_what_changes.sql.");
            }

            // A checkout may bring other line ends; they are no edit.
            var text = File.ReadAllText(file).ReplaceLineEndings("\n");
            return new Script(int.Parse(name[..4]), name, text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        }

        [GeneratedRegex("^[0-9]{4}_[a-z0-9_]+$", RegexOptions.NonBacktracking)]
        private static partial Regex Form();
    }
}
