using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Schema;
using Blacklist.Api.Projections;
using Npgsql;

namespace Blacklist.Tests.EventLog;

/// <summary>A migrated database of its own with an event store on it.</summary>
internal sealed class LogDatabase : IAsyncDisposable
{
    private static readonly DatabaseTemplate Template = new("event_log", owner => SchemaMigrations.Apply(owner, SchemaMigrations.Folder));

    private readonly TestDatabase database;

    private LogDatabase(TestDatabase database, AppendLimits? limits, Projection[] projections)
    {
        this.database = database;
        Projections = new InlineProjections(projections);
        ReadModels = new ReadModels(database.Owner, TestEvents.Types, Projections);
        Store = NewStore(limits);
    }

    public EventStore Store { get; }

    public InlineProjections Projections { get; }

    public ReadModels ReadModels { get; }

    public NpgsqlDataSource Owner => database.Owner;

    public NpgsqlDataSource App => database.App;

    public static Task<LogDatabase> Create(params Projection[] projections) => Create(null, projections);

    public static async Task<LogDatabase> Create(AppendLimits? limits, params Projection[] projections)
    {
        var created = new LogDatabase(await PrivateCluster.CreateDatabase(Template), limits, projections);
        await created.ReadModels.Install();
        return created;
    }

    /// <summary>Another node on the same database.</summary>
    public EventStore NewStore(AppendLimits? limits = null, InlineProjections? other = null) =>
        new(database.App, TestEvents.Types, other ?? Projections, limits);

    public async Task<T> Scalar<T>(string sql, NpgsqlDataSource? source = null)
    {
        await using var command = (source ?? database.Owner).CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task Run(string sql, NpgsqlDataSource? source = null)
    {
        await using var command = (source ?? database.Owner).CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await database.DisposeAsync();
    }
}
