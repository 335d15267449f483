using System.Net;
using Xunit.Abstractions;

namespace Blacklist.Tests.Nodes;

/// <summary>
/// kill -9 of the node and of PostgreSQL in the middle of writes and checks. What was acknowledged is there afterwards, what stayed open is
/// settled by the same request under the same key, and nothing is there twice. See <see cref="RunSize"/>.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Workers = 4;
    private const int AnswersBetweenKills = 60;

    private EmbeddedRegistry _registry = null!;
    private int _answered;
    private int _openOutcomes;

    public async Task InitializeAsync() => _registry = await EmbeddedRegistry.Start();

    public async Task DisposeAsync() => await _registry.DisposeAsync();

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_doubled()
    {
        using var ended = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Workers).Select(worker => Task.Run(() => Work($"write-{worker}", Write, ended.Token))).ToList();
        var checkers = Enumerable.Range(0, Workers).Select(worker => Task.Run(() => Work($"check-{worker}", Check, ended.Token))).ToList();
        var kills = RunSize.Of(suite: 1, full: 15);
        for (var kill = 0; kill < kills; kill++)
        {
            await SomeAnswers(ended.Token);
            await _registry.KillPostgres();
            await SomeAnswers(ended.Token);
            await _registry.KillNodeAndStartAgain();
        }

        await SomeAnswers(ended.Token);
        await ended.CancelAsync();
        var written = (await Task.WhenAll(writers)).SelectMany(own => own).ToList();
        var asked = (await Task.WhenAll(checkers)).SelectMany(own => own).ToList();

        output.WriteLine($"{kills} kills of each, {written.Count} writes, {asked.Count} checks, {_openOutcomes} outcomes settled by asking again");
        foreach (var given in written)
        {
            (await Write(given.Key)).ShouldBe(HttpStatusCode.Created).Text.ShouldBe(given.Value);
        }

        foreach (var given in asked)
        {
            (await Check(given.Key)).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(given.Value);
        }

        (await _registry.Scalar<long>("SELECT count(*) FROM registry.mt_events WHERE type = 'banned_organization_recorded'")).ShouldBe(written.Count);
        (await _registry.Scalar<long>("SELECT count(*) FROM read_model.banned_organization")).ShouldBe(written.Count);
        (await _registry.Scalar<long>("SELECT count(*) FROM registry.eligibility_checks")).ShouldBe(asked.Count);
        (await _registry.Scalar<bool>("SELECT (SELECT position FROM registry.log_position) = count(*) AND count(*) = max(seq_id) FROM registry.mt_events")).ShouldBeTrue();
    }

    private Task<ApiAnswer> Write(string key) => _registry.Story.Officer.Post(Story.Organizations, Story.AnOrganization(key), key);

    private Task<ApiAnswer> Check(string key) => _registry.Story.Check("慕容复", ResidentIds.Of(1), key: key);

    /// <returns>Every answer by its key.</returns>
    private async Task<Dictionary<string, string>> Work(string name, Func<string, Task<ApiAnswer>> ask, CancellationToken ended)
    {
        var answers = new Dictionary<string, string>();
        while (!ended.IsCancellationRequested)
        {
            var key = $"{name}-{answers.Count}";
            answers.Add(key, (await Asking.UntilAnswered(() => ask(key), () => Interlocked.Increment(ref _openOutcomes))).Text);
            Interlocked.Increment(ref _answered);
        }

        return answers;
    }

    private async Task SomeAnswers(CancellationToken ended)
    {
        var enough = Volatile.Read(ref _answered) + AnswersBetweenKills;
        await Poll.Until(() => ended.IsCancellationRequested || Volatile.Read(ref _answered) >= enough);
    }
}
