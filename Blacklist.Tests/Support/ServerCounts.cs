using Blacklist.Api.Hosting;
using Blacklist.Tests.Vault;
using Npgsql;

namespace Blacklist.Tests;

/// <summary>What PostgreSQL counted of the reads of tables and indexes.</summary>
internal static class ServerCounts
{
    /// <summary>
    /// A server process tells what it counted once a second at most, and the rest when it ends. So all others of the database end before it is read,
    /// the ones that prepared the test among them: what they tell later would be taken for the service's.
    /// </summary>
    public static async Task<T> Counted<T>(this TestDatabase database, string statistics)
    {
        database.Owner.Clear();
        await using var alone = RegistryConnections.Owner(new NpgsqlConnectionStringBuilder(database.OwnerConnectionString) { Pooling = false }.ToString());
        await alone.Execute(
            """
            SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity
             WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
            """);
        return await alone.Scalar<T>(statistics);
    }
}
