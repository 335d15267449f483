using Blacklist.Api.EventLog;
using Blacklist.Domain.Kernel;
using static Blacklist.Tests.EventLog.TestEvents;

namespace Blacklist.Tests.EventLog;

public sealed class EventStoreTests : IAsyncLifetime
{
    private LogDatabase database = null!;

    private EventStore Store => database.Store;

    public async Task InitializeAsync() => database = await LogDatabase.Create();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task What_was_appended_is_loaded_as_it_was()
    {
        var gate = Guid.CreateVersion7();
        IEvent[] events = [Built(gate), new GatePassed(3, GateSide.NorthSide, new DateOnly(2026, 2, 28), new PersonId(gate))];
        var request = Request(On(gate, 0, events));

        var result = await Store.Append(request);

        var stream = await Store.Load(gate);
        stream.Version.ShouldBe(2);
        stream.Events.Select(at => at.Data).ShouldBe(events);
        stream.Events.Select(at => at.Id).ShouldBe(request.Streams[0].Events.Select(given => given.Id));
        stream.Events.Select(at => at.Version).ShouldBe([1, 2]);
        stream.Events[1].Position.ShouldBe(result.ShouldBeOfType<AppendResult.Appended>().Position);
        stream.Events.ShouldAllBe(at => at.By == "clerk-1" && at.StreamId == gate && at.RecordedAt.Offset == TimeSpan.Zero);
        stream.Fold(0, (passed, recorded) => recorded is GatePassed pass ? passed + pass.Count : passed).ShouldBe(3);
    }

    [Fact]
    public async Task A_stream_that_is_not_there_has_version_zero() =>
        (await Store.Load(Guid.CreateVersion7())).ShouldSatisfyAllConditions(
            stream => stream.Version.ShouldBe(0),
            stream => stream.Events.ShouldBeEmpty());

    [Fact]
    public async Task An_append_on_another_version_is_refused_and_stores_nothing()
    {
        var (gate, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Store.Append(Request(On(gate, 0, Built(gate))));

        (await Store.Append(Request(On(other, 0, Built(other)), On(gate, 0, Built(gate)))))
            .ShouldBe(new AppendResult.VersionConflict(gate, 0, 1));
        (await Store.Append(Request(On(gate, 7, Passed(1))))).ShouldBe(new AppendResult.VersionConflict(gate, 7, 1));

        (await Store.Load(other)).Version.ShouldBe(0);
        (await Store.Position()).ShouldBe(1);
    }

    [Fact]
    public async Task A_stream_without_events_only_demands_its_version()
    {
        var (rules, gate) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Store.Append(Request(On(rules, 0, Built(rules), Passed(1))));

        (await Store.Append(Request(On(rules, 2), On(gate, 0, Built(gate))))).ShouldBe(new AppendResult.Appended(3));
        (await Store.Append(Request(On(rules, 1), On(gate, 1, Passed(1))))).ShouldBe(new AppendResult.VersionConflict(rules, 1, 2));
        (await Store.Load(rules)).Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_request_without_events_is_given_the_position_of_the_log()
    {
        var gate = Guid.CreateVersion7();
        await Store.Append(Request(On(gate, 0, Built(gate))));

        (await Store.Append(Request(On(gate, 1)))).ShouldBe(new AppendResult.Appended(1));
    }

    [Fact]
    public async Task The_same_append_again_is_told_the_same_position_and_writes_nothing()
    {
        var (gate, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var request = Request(On(gate, 0, Built(gate), Passed(1)));
        var first = await Store.Append(request);
        await Store.Append(Request(On(gate, 2, Passed(2)), On(other, 0, Built(other))));

        (await Store.Append(request)).ShouldBe(first);
        (await Store.Position()).ShouldBe(4);
        (await database.Scalar<long>("SELECT count(*) FROM registry.mt_events")).ShouldBe(4);
    }

    [Fact]
    public async Task Reading_forward_gives_every_event_once_in_order()
    {
        foreach (var _ in Enumerable.Range(0, 5))
        {
            var gate = Guid.CreateVersion7();
            await Store.Append(Request(On(gate, 0, Built(gate), Passed(1))));
        }

        var first = await Store.ReadAfter(0, 7);
        var rest = await Store.ReadAfter(first[^1].Position, 7);

        first.Concat(rest).Select(at => at.Position).ShouldBe(Enumerable.Range(1, 10).Select(position => (long)position));
    }

    [Fact]
    public async Task Recorded_times_never_fall_even_when_the_clock_does()
    {
        await database.Run("UPDATE registry.log_position SET recorded_at = '2030-01-01Z'");
        var gate = Guid.CreateVersion7();

        await Store.Append(Request(On(gate, 0, Built(gate))));

        (await Store.Load(gate)).Events[0].RecordedAt.ShouldBe(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Text_that_the_database_could_not_keep_is_refused_before_it()
    {
        string[] texts = ["a\0b", "\ud800", "\udc00\ud800", "😀\ud83d", "\ud83d."];
        foreach (var text in texts)
        {
            Should.Throw<ArgumentException>(() => Types.Write(Built(Guid.Empty, text)));
        }
    }

    [Fact]
    public async Task Rare_characters_come_back_as_they_were()
    {
        var gate = Guid.CreateVersion7();
        const string Place = "𠮷野家 \"<&>\" 😀 \t\u2028";

        await Store.Append(Request(On(gate, 0, Built(gate, Place))));

        (await Store.Load(gate)).Events[0].Data.ShouldBe(Built(gate, Place));
    }

    [Fact]
    public async Task A_request_names_each_stream_once()
    {
        var gate = Guid.CreateVersion7();
        await Should.ThrowAsync<ArgumentException>(async () => await Store.Append(Request(On(gate, 0, Built(gate)), On(gate, 1, Passed(1)))));
    }
}
