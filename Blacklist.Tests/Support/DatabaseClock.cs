using System.Globalization;
using Npgsql;

namespace Blacklist.Tests;

/// <summary>Moves the time of jobs and deadlines in one database by replacing <c>registry.clock()</c>.</summary>
internal static class DatabaseClock
{
    /// <summary>Stands still from now on.</summary>
    public static Task Set(NpgsqlDataSource owner, DateTimeOffset at) => Replace(owner, $"SELECT timestamptz '{Text(at)}'");

    /// <summary>Goes on from this instant.</summary>
    public static async Task Start(NpgsqlDataSource owner, DateTimeOffset at)
    {
        await using var command = owner.CreateCommand("SELECT pg_catalog.clock_timestamp()");
        var real = new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync())!);
        await Replace(owner, $"SELECT timestamptz '{Text(at)}' + (pg_catalog.clock_timestamp() - timestamptz '{Text(real)}')");
    }

    /// <summary>Ahead by so much, and stands still there.</summary>
    public static async Task Move(NpgsqlDataSource owner, TimeSpan by) => await Set(owner, await Now(owner) + by);

    public static async Task<DateTimeOffset> Now(NpgsqlDataSource owner)
    {
        await using var command = owner.CreateCommand("SELECT registry.clock()");
        return new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync())!);
    }

    private static async Task Replace(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(
            $"CREATE OR REPLACE FUNCTION registry.clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$ {sql} $$");
        await command.ExecuteNonQueryAsync();
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
