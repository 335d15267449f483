using Npgsql;
using static Blacklist.Tests.EventLog.TestEvents;

namespace Blacklist.Tests.EventLog;

public sealed class LogRightsTests : IAsyncLifetime
{
    private LogDatabase database = null!;

    public async Task InitializeAsync()
    {
        database = await LogDatabase.Create();
        await database.Store.Append(Request(On(Guid.CreateVersion7(), 0, Passed(1))));
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Theory]
    [InlineData("UPDATE registry.mt_events SET data = '{}'")]
    [InlineData("DELETE FROM registry.mt_events")]
    [InlineData("TRUNCATE registry.mt_events")]
    [InlineData("INSERT INTO registry.mt_events (seq_id, id, version, data, type) VALUES (2, gen_random_uuid(), 1, '{}', 'gate_passed')")]
    [InlineData("UPDATE registry.mt_streams SET version = 0")]
    [InlineData("DELETE FROM registry.mt_streams")]
    [InlineData("UPDATE registry.log_position SET position = 0")]
    [InlineData("DELETE FROM registry.keyed_answers")]
    [InlineData("UPDATE registry.schema_scripts SET sha256 = ''")]
    [InlineData("ALTER TABLE registry.mt_events DISABLE TRIGGER ALL")]
    [InlineData("SELECT setval('registry.mt_events_sequence', 1)")]
    [InlineData("SET ROLE registry_owner; DELETE FROM registry.mt_events")]
    public async Task The_services_role_may_not(string statement)
    {
        var refused = await Should.ThrowAsync<PostgresException>(() => database.Run(statement, database.App));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("UPDATE registry.mt_events SET data = '{}'")]
    [InlineData("DELETE FROM registry.mt_events")]
    [InlineData("TRUNCATE registry.mt_events")]
    [InlineData("DELETE FROM registry.mt_streams")]
    [InlineData("TRUNCATE registry.mt_streams CASCADE")]
    public async Task Not_even_the_owner_changes_a_fact(string statement)
    {
        var refused = await Should.ThrowAsync<PostgresException>(() => database.Run(statement));

        refused.SqlState.ShouldBe("RG003");
        (await database.Scalar<long>("SELECT count(*) FROM registry.mt_events")).ShouldBe(1);
    }
}
