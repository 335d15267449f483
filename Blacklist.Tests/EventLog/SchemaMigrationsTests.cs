using Blacklist.Api.EventLog.Schema;
using Blacklist.Api.Hosting;
using Npgsql;

namespace Blacklist.Tests.EventLog;

public sealed class SchemaMigrationsTests : IAsyncLifetime
{
    private static readonly DatabaseTemplate Empty = new("empty", _ => Task.CompletedTask);

    private readonly string folder = Directory.CreateTempSubdirectory("scripts-").FullName;
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await PrivateCluster.CreateDatabase(Empty);

    public async Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Applied_twice_they_change_nothing_the_second_time()
    {
        await SchemaMigrations.Apply(database.Owner, SchemaMigrations.Folder);
        var first = await Scripts();

        await SchemaMigrations.Apply(database.Owner, SchemaMigrations.Folder);

        (await Scripts()).ShouldBe(first);
        first.Select(line => line[..4]).ShouldBe(Directory.EnumerateFiles(SchemaMigrations.Folder, "*.sql").Select(file => Path.GetFileName(file)[..4]).Order());
    }

    [Fact]
    public async Task Nodes_that_start_at_once_apply_each_script_once()
    {
        Script("0001_a", "CREATE TABLE registry.a (b int); SELECT pg_sleep(0.2)");
        Script("0002_b", "INSERT INTO registry.a VALUES (1)");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SchemaMigrations.Apply(database.Owner, folder))));

        (await Lines("SELECT count(*)::text FROM registry.a")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task A_newer_version_applies_only_what_is_new()
    {
        Script("0001_a", "CREATE TABLE registry.a (b int)");
        await SchemaMigrations.Apply(database.Owner, folder);
        Script("0030_c", "INSERT INTO registry.a VALUES (1)");

        await SchemaMigrations.Apply(database.Owner, folder);

        (await Scripts()).Select(line => line[5..]).ShouldBe(["0001_a", "0030_c"]);
    }

    [Fact]
    public async Task An_edited_script_is_refused_in_a_clear_sentence()
    {
        Script("0001_a", "CREATE TABLE registry.a (b int)");
        await SchemaMigrations.Apply(database.Owner, folder);
        Script("0001_a", "CREATE TABLE registry.a (b bigint)");

        (await Should.ThrowAsync<StartProblem>(() => SchemaMigrations.Apply(database.Owner, folder))).Message
            .ShouldBe("The script 0001_a was edited after it was applied; released scripts are never edited, add a new one.");
    }

    [Fact]
    public async Task Other_line_ends_are_no_edit()
    {
        Script("0001_a", "CREATE TABLE registry.a\n(b int)\n");
        await SchemaMigrations.Apply(database.Owner, folder);
        Script("0001_a", "CREATE TABLE registry.a\r\n(b int)\r\n");

        await SchemaMigrations.Apply(database.Owner, folder);
    }

    [Fact]
    public async Task A_script_that_fails_leaves_nothing_behind()
    {
        Script("0001_a", "CREATE TABLE registry.a (b int); SELECT 1 / 0");

        await Should.ThrowAsync<PostgresException>(() => SchemaMigrations.Apply(database.Owner, folder));

        (await Scripts()).ShouldBeEmpty();
        (await Lines("SELECT 'there' WHERE to_regclass('registry.a') IS NOT NULL")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_scripts_of_one_number_are_refused()
    {
        Script("0001_a", "SELECT 1");
        Script("0001_b", "SELECT 1");

        (await Should.ThrowAsync<StartProblem>(() => SchemaMigrations.Apply(database.Owner, folder))).Message
            .ShouldBe("Two scripts bear the number 0001.");
    }

    [Fact]
    public async Task A_login_that_may_not_is_told_what_it_lacks()
    {
        Script("0001_a", "SELECT 1");

        (await Should.ThrowAsync<StartProblem>(() => SchemaMigrations.Apply(database.App, folder))).Message
            .ShouldContain("it must be registry_owner or a member of it");
    }

    private void Script(string name, string sql) => File.WriteAllText(Path.Combine(folder, name + ".sql"), sql);

    private Task<List<string>> Scripts() => Lines("SELECT to_char(number, 'FM0000') || ' ' || name FROM registry.schema_scripts ORDER BY number");

    private async Task<List<string>> Lines(string sql)
    {
        await using var command = database.Owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
