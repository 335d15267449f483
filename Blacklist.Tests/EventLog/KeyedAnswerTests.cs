using Blacklist.Api.EventLog;
using static Blacklist.Tests.EventLog.TestEvents;

namespace Blacklist.Tests.EventLog;

public sealed class KeyedAnswerTests : IAsyncLifetime
{
    private LogDatabase database = null!;

    private EventStore Store => database.Store;

    public async Task InitializeAsync() => database = await LogDatabase.Create();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task The_same_request_under_a_key_is_answered_as_before_and_stores_nothing()
    {
        var answer = Answer("first", 1);
        await Store.Append(New(answer));

        var again = (await Store.Append(New(Answer("second try, other body", 1)))).ShouldBeOfType<AppendResult.AlreadyAnswered>();

        again.Answer.ShouldBeEquivalentTo(answer);
        (await Store.Position()).ShouldBe(1);
    }

    [Fact]
    public async Task Another_request_under_the_key_is_refused()
    {
        await Store.Append(New(Answer("first", 1)));

        (await Store.Append(New(Answer("other", 2)))).ShouldBeOfType<AppendResult.KeyUsedOtherwise>();
        (await Store.Position()).ShouldBe(1);
    }

    [Fact]
    public async Task Another_client_may_use_the_same_key()
    {
        await Store.Append(New(Answer("first", 1)));

        (await Store.Append(New(Answer("other", 2) with { Client = "partner" }))).ShouldBe(new AppendResult.Appended(2));
    }

    [Fact]
    public async Task An_answer_may_be_kept_without_any_event()
    {
        var answer = Answer("nothing to do", 1) with { Location = null };
        await Store.Append(Request() with { Answer = answer });

        (await Store.FindAnswer("console", "key-1")).ShouldBeEquivalentTo(answer);
        (await Store.FindAnswer("console", "key-2")).ShouldBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Of_many_requests_under_a_key_at_once_one_is_stored(int nodes)
    {
        await using var second = database.NewStore();
        EventStore[] stores = [Store, nodes == 2 ? second : Store];

        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() =>
            stores[i % 2].Append(New(Answer("by " + i, (byte)(i % 4 == 3 ? 9 : 1)))))));

        results.OfType<AppendResult.Appended>().Count().ShouldBe(1);
        (await Store.Position()).ShouldBe(1);
        var won = await Store.FindAnswer("console", "key-1");
        results.OfType<AppendResult.AlreadyAnswered>().ShouldAllBe(given => given.Answer.Body.SequenceEqual(won!.Body));
        results.Length.ShouldBe(1 + results.Count(result => result is AppendResult.AlreadyAnswered or AppendResult.KeyUsedOtherwise));
    }

    private static KeyedAnswer Answer(string body, byte mac) =>
        new("console", "key-1", [mac, 2, 3], 201, "/api/v1/gates/1", System.Text.Encoding.UTF8.GetBytes(body));

    private static AppendRequest New(KeyedAnswer answer)
    {
        var gate = Guid.CreateVersion7();
        return Request(On(gate, 0, Built(gate))) with { Answer = answer };
    }
}
