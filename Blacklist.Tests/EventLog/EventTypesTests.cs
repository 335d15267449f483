using System.Text;
using System.Text.Json;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using static Blacklist.Tests.EventLog.TestEvents;

namespace Blacklist.Tests.EventLog;

public sealed class EventTypesTests
{
    private const string Passed = """{"count":3,"side":"northSide","on":"2026-02-28","person":"0199c0de-0000-7000-8000-000000000001"}""";

    [Fact]
    public void An_event_is_written_in_camel_case_with_words_for_enums_and_bare_ids() =>
        Types.Write(new GatePassed(3, GateSide.NorthSide, new DateOnly(2026, 2, 28), new PersonId(new Guid("0199c0de-0000-7000-8000-000000000001"))))
            .ShouldBe(new StoredEvent("gate_passed", Passed));

    [Fact]
    public void A_deadline_is_kept_with_its_whole_explanation()
    {
        var deadline = new Deadline(
            new DateOnly(2026, 9, 24), Period.OfWorkingDays(5), new DateOnly(2026, 10, 9), [new SkippedDay(new DateOnly(2026, 10, 1), "国庆节")],
            [new MakeUpDay("国庆节", new DateOnly(2026, 10, 10))], "2026-1");
        var json = JsonSerializer.Serialize(deadline, EventJson.Options);

        JsonSerializer.Serialize(JsonSerializer.Deserialize<Deadline>(json, EventJson.Options), EventJson.Options).ShouldBe(json);
    }

    [Fact]
    public void Chinese_is_written_as_it_is_read() =>
        Types.Write(Built(Guid.Empty, "东门")).Json.ShouldContain("\"place\":\"东门\"");

    [Theory]
    [InlineData("""{"count":3,"side":"northSide","on":"2026-02-28","person":null,"colour":"red"}""")]
    [InlineData("""{"count":3,"count":4,"side":"northSide","on":"2026-02-28","person":null}""")]
    [InlineData("""{"count":"3","side":"northSide","on":"2026-02-28","person":null}""")]
    [InlineData("""{"count":3,"side":1,"on":"2026-02-28","person":null}""")]
    [InlineData("""{"Count":3,"side":"northSide","on":"2026-02-28","person":null}""")]
    [InlineData("""{"side":"northSide","on":"2026-02-28","person":null}""")]
    public void What_is_unknown_doubled_mistyped_or_missing_is_an_error(string json) =>
        Should.Throw<JsonException>(() => Types.Read("gate_passed", Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void An_id_of_null_is_an_error() =>
        Should.Throw<JsonException>(() => Types.Read("gate_built", """{"gate":null,"place":"东门","by":"clerk-1"}"""u8));

    [Fact]
    public void An_event_of_an_old_shape_is_brought_up_step_by_step() =>
        Types.Read("gate_closed", """{"why":"night"}"""u8)
            .ShouldBe(new GateClosed("night", new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void An_unknown_kind_of_event_stops_the_reader() =>
        Should.Throw<InvalidOperationException>(() => Types.Read("gate_painted", "{}"u8)).Message.ShouldContain("gate_painted");

    [Fact]
    public void An_upcaster_for_a_name_in_use_is_refused() =>
        Should.Throw<InvalidOperationException>(() => new EventTypes([typeof(GatePassed)], [new Upcaster("gate_passed", "x", data => data)]));

    [Fact]
    public void An_event_of_another_log_is_refused() =>
        Should.Throw<InvalidOperationException>(() => new EventTypes([typeof(GatePassed)], []).Write(Built(Guid.Empty)));
}
