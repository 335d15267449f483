using Blacklist.Api.Hosting.Embedded;
using Npgsql;

namespace Blacklist.Api.Hosting;

/// <summary>Who may do what in the database: the owner migrates, the service appends and reads, and takes the reader's part where it reads for a caller; none is a superuser.</summary>
internal static class RegistryRoles
{
    public const string Owner = "registry_owner";
    public const string App = "registry_app";
    public const string Reader = "registry_reader";

    /// <summary>The roles and the owner's database, on a server of our own; on a site's server its administrator does the same.</summary>
    public static async Task Create(EmbeddedPostgres postgres, string database)
    {
        var text = postgres.ConnectionString("postgres", EmbeddedPostgres.Administrator);
        await using var source = NpgsqlDataSource.Create(text);
        await using var connection = await source.OpenConnectionAsync();
        await CreateRole(connection, Owner, "LOGIN CREATEROLE");
        await CreateRole(connection, App, "LOGIN");
        await CreateRole(connection, Reader, "NOLOGIN");
        await Execute(connection, $"GRANT {App} TO {Owner} WITH ADMIN OPTION; GRANT {Reader} TO {App}");
        if (!await Exists(connection, "SELECT 1 FROM pg_database WHERE datname = $1", database))
        {
            await Execute(connection, $"CREATE DATABASE {database} OWNER {Owner}");
            await Execute(connection, $"REVOKE ALL ON DATABASE {database} FROM PUBLIC; GRANT CONNECT, TEMPORARY ON DATABASE {database} TO {App}");
        }
    }

    private static async Task CreateRole(NpgsqlConnection connection, string role, string rights)
    {
        if (!await Exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = $1", role))
        {
            var password = new NpgsqlConnectionStringBuilder(connection.ConnectionString).Password;
            await Execute(connection, $"CREATE ROLE {role} {rights}" + (password is null ? "" : $" PASSWORD '{password}'"));
        }
    }

    private static async Task<bool> Exists(NpgsqlConnection connection, string sql, string name)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync() is not null;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
