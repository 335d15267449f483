using Blacklist.Api.Security.Issuer;

namespace Blacklist.Tests.Security;

public sealed class FailedAttemptsSpecs
{
    private readonly Clock _clock = new();
    private readonly FailedAttempts _attempts;

    public FailedAttemptsSpecs() => _attempts = new FailedAttempts(_clock);

    [Fact]
    public void Nine_failures_are_forgiven_and_the_tenth_waits()
    {
        Fail(9);
        _attempts.Wait("a", "client").ShouldBe(TimeSpan.Zero);

        Fail(1);
        _attempts.Wait("a", "client").ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void After_the_minute_it_starts_anew()
    {
        Fail(10);
        _clock.Now += TimeSpan.FromMinutes(1);
        _attempts.Wait("a", "client").ShouldBe(TimeSpan.Zero);

        Fail(1);
        _attempts.Wait("a", "client").ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Another_address_and_another_client_do_not_wait()
    {
        Fail(10);

        _attempts.Wait("b", "client").ShouldBe(TimeSpan.Zero);
        _attempts.Wait("a", "other").ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_success_forgets_the_failures()
    {
        Fail(9);
        _attempts.Succeeded("a", "client");
        Fail(9);

        _attempts.Wait("a", "client").ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Made_up_clients_do_not_push_out_a_failure_that_counts()
    {
        Fail(10);
        for (var i = 0; i < 20_000; i++)
            _attempts.Failed("a", $"made-up-{i}");

        _attempts.Wait("a", "client").ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Made_up_clients_do_not_keep_a_failure_from_counting()
    {
        for (var i = 0; i < 20_000; i++)
            _attempts.Failed("a", $"made-up-{i}");
        Fail(10);

        _attempts.Wait("a", "client").ShouldBe(TimeSpan.FromMinutes(1));
    }

    private void Fail(int times)
    {
        for (var i = 0; i < times; i++)
            _attempts.Failed("a", "client");
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
