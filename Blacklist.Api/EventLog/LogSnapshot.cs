using System.Data;
using Npgsql;

namespace Blacklist.Api.EventLog;

/// <summary>
/// The database as it is at one position of the log: what an append stores beside its events, the rows of read models and of persons, is there if the event is.
/// Rows are read one after the other, for one reader, who waits without giving up the thread, on a connection of its own: what is interrupted there is nobody else's.
/// </summary>
internal sealed class LogSnapshot : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly NpgsqlDataSource _database;
    private readonly NpgsqlTransaction _transaction;

    private LogSnapshot(NpgsqlDataSource database, NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (_database, Connection, _transaction) = (database, connection, transaction);

    public NpgsqlConnection Connection { get; }

    /// <summary>Where the log stood when it was taken.</summary>
    public long Position { get; private set; }

    /// <summary>What it will show is what is there when it is taken.</summary>
    public static LogSnapshot Prepare(NpgsqlDataSource database)
    {
        using var shared = database.CreateConnection();
        var connection = shared.CloneWith(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            return new LogSnapshot(database, connection, connection.BeginTransaction(IsolationLevel.RepeatableRead));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Take() => Position = Read("SELECT position FROM registry.log_position", row => row.GetInt64(0)).Single();

    /// <summary>A large result comes as it is read.</summary>
    public IEnumerable<T> Read<T>(string sql, Func<NpgsqlDataReader, T> read, params NpgsqlParameter[] parameters)
    {
        using var command = new NpgsqlCommand(sql, Connection);
        command.Parameters.AddRange(parameters);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return read(reader);
        }
    }

    /// <summary>Joins give their first rows at once and need no room, nor other processes: a row of one table, then those of the other by its index.</summary>
    public void JoinRowByRow()
    {
        using var command = new NpgsqlCommand(
            "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_memoize = off; SET LOCAL max_parallel_workers_per_gather = 0", Connection);
        command.ExecuteNonQuery();
    }

    /// <summary>Ends when somebody waits to alter or to replace a table that was read here.</summary>
    public async Task WhenInTheWay(CancellationToken cancellation)
    {
        await using var command = _database.CreateCommand(
            """
            SELECT EXISTS (
              SELECT FROM pg_locks AS held JOIN pg_locks AS wanted USING (database, relation)
               WHERE held.pid = $1 AND held.granted AND held.locktype = 'relation' AND wanted.locktype = 'relation' AND NOT wanted.granted)
            """);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Connection.ProcessID });
        while (!(bool)(await command.ExecuteScalarAsync(cancellation))!)
        {
            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Ends the statement that runs: who waits for its rows gets an exception.</summary>
    public async Task Interrupt()
    {
        await using var command = _database.CreateCommand("SELECT pg_cancel_backend($1)");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Connection.ProcessID });
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose()
    {
        _transaction.Dispose();
        Connection.Dispose();
    }
}

/// <summary>Others wait to alter or to replace tables that are being read.</summary>
internal sealed class TablesWantedException(Exception cause) : Exception("Others wait for the tables that are being read.", cause);
