using Blacklist.Api.Demo;

namespace Blacklist.Tests.Demo;

public sealed class SplitMix64Specs
{
    /// <summary>The reference outputs for seed 1234567 that implementations of the algorithm are checked with.</summary>
    [Fact]
    public void It_gives_the_reference_sequence()
    {
        var random = new SplitMix64(1234567);
        new[] { random.Next(), random.Next(), random.Next() }.ShouldBe([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL]);
    }
}
