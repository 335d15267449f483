using System.Net;
using Blacklist.Api.Hosting;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Api;

/// <summary>Read models are a function of the log: dropped and made again they are the same, and nobody who asks notices.</summary>
public sealed class RebuildTests : IAsyncLifetime
{
    private const string Tables = "SELECT coalesce(string_agg(format('read_model.%I', relname), ',' ORDER BY relname), '') FROM pg_class WHERE relnamespace = 'read_model'::regnamespace AND relkind = 'r'";

    private RegistryNode _node = null!;
    private Story _story = null!;

    public async Task InitializeAsync()
    {
        _node = await RegistryNode.Start();
        _story = _node.Story;
    }

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task Dropped_read_models_come_back_with_the_same_rows_while_checks_go_on()
    {
        await _story.Listed("王五", ResidentIds.Zhang);
        var tables = (await Owner.Scalar<string>(Tables)).Split(',');
        var before = await Digests(tables);
        using var ended = new CancellationTokenSource();
        var checks = KeepChecking(ended.Token);

        await Owner.Execute($"DROP TABLE {string.Join(", ", tables)} CASCADE");
        (await Owner.Scalar<string>(Tables)).ShouldBe("");
        (await _story.Check("王五", ResidentIds.Zhang)).Verdict().ShouldBe("restricted");
        await _node.Service<OpenRegistry>().ReadModels.Rebuild();

        await ended.CancelAsync();
        (await checks).ShouldBeGreaterThan(0);
        (await Digests(tables)).ShouldBe(before);
        (await _story.Clerk.Get(Story.Listings)).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_rebuild_beside_writers_misses_nothing_and_stops_nobody()
    {
        using var ended = new CancellationTokenSource();
        var checks = KeepChecking(ended.Token);
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var turn = 0; turn < 10; turn++)
            {
                await _story.Listed("王五", ResidentIds.Of((writer * 10) + turn));
            }
        })).ToList();

        var writing = Task.WhenAll(writers);
        do
        {
            (await _node.Service<OpenRegistry>().ReadModels.Rebuild()).ShouldAllBe(report => report.Equal == true);
        }
        while (!writing.IsCompleted);
        await writing;
        await ended.CancelAsync();

        (await checks).ShouldBeGreaterThan(0);
        (await _node.Service<OpenRegistry>().ReadModels.Rebuild()).ShouldAllBe(report => report.Equal == true);
        (await Owner.Scalar<long>("SELECT count(*) FROM read_model.listing WHERE status = 'inForce'")).ShouldBe(40);
    }

    private Npgsql.NpgsqlDataSource Owner => _node.Database.Owner;

    /// <summary>How many were asked; each of them was answered.</summary>
    private Task<int> KeepChecking(CancellationToken ended) => Task.Run(
        async () =>
        {
            var asked = 0;
            for (; !ended.IsCancellationRequested; asked++)
            {
                (await _story.Check("慕容复", ResidentIds.Of(999))).ShouldAnswer("eligible");
            }

            return asked;
        },
        CancellationToken.None);

    private async Task<IReadOnlyList<string>> Digests(IEnumerable<string> tables)
    {
        var digests = new List<string>();
        foreach (var table in tables)
        {
            digests.Add($"{table} {await Owner.Scalar<string>($"SELECT rows || ' ' || digest FROM registry.table_digest('{table}')")}");
        }

        return digests;
    }
}
