namespace Blacklist.Tests.Api;

/// <summary>A term ends by the date in Shanghai alone: nothing runs for it.</summary>
public sealed class TermTests : IAsyncLifetime
{
    private RegistryNode _node = null!;

    public async Task InitializeAsync() => _node = await RegistryNode.Start();

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task On_its_last_day_a_listing_restricts_and_at_midnight_it_has_lapsed()
    {
        await _node.Story.Listed("张建国", ResidentIds.Zhang);
        var midnight = new DateTimeOffset(2031, 3, 3, 0, 0, 0, TimeSpan.FromHours(8));

        _node.Clock.Now = midnight.AddMilliseconds(-1);
        (await _node.Story.Check("张建国", ResidentIds.Zhang)).ShouldAnswer("restricted", "listing_in_force");
        _node.Clock.Now = midnight;
        (await _node.Story.Check("张建国", ResidentIds.Zhang)).ShouldAnswer("eligible");
    }
}
