namespace Blacklist.Tests;

/// <summary>The machine's clock until it is set; from then on it stands still.</summary>
internal sealed class AdjustableClock : TimeProvider
{
    public DateTimeOffset? Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now ?? base.GetUtcNow();
}
