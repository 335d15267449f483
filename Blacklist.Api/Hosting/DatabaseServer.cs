using Npgsql;

namespace Blacklist.Api.Hosting;

/// <summary>What a server must be before the registry trusts it with its log, and how its absence is told.</summary>
internal static class DatabaseServer
{
    private const int OldestSupported = 15;

    public static NpgsqlDataSource Read(string name, string connectionString, Func<string, NpgsqlDataSource> open)
    {
        try
        {
            return open(connectionString);
        }
        catch (ArgumentException unreadable)
        {
            throw new StartProblem(
                $"ConnectionStrings__{name} cannot be read ({unreadable.Message}); it looks like Host=db.example;Database=registry;Username=…;Password=….", unreadable);
        }
    }

    /// <summary>Host, port and database, never a password.</summary>
    public static string Name(NpgsqlDataSource source)
    {
        var text = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        return $"{text.Host}:{text.Port}/{text.Database ?? text.Username}";
    }

    public static async Task Check(NpgsqlDataSource source)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync();
            if (connection.PostgreSqlVersion.Major < OldestSupported)
            {
                throw new StartProblem($"The server at {Name(source)} is PostgreSQL {connection.PostgreSqlVersion}; the registry needs {OldestSupported} or newer.");
            }

            await using var command = new NpgsqlCommand(
                "SELECT pg_encoding_to_char(encoding) || ' ' || datctype FROM pg_database WHERE datname = current_database()", connection);
            if (await command.ExecuteScalarAsync() is string text && (text is "UTF8 C" or "UTF8 POSIX" || !text.StartsWith("UTF8 ", StringComparison.Ordinal)))
            {
                throw new StartProblem($"The database {Name(source)} is {text}; Chinese text needs one created with ENCODING UTF8 and a UTF-8 locale such as C.UTF-8.");
            }
        }
        catch (NpgsqlException unreachable)
        {
            throw new StartProblem($"The database {Name(source)} cannot be used: {Reason(unreachable)}.", unreachable);
        }
    }

    private static string Reason(NpgsqlException problem) =>
        (problem as PostgresException)?.MessageText ?? problem.InnerException?.Message ?? problem.Message;
}
