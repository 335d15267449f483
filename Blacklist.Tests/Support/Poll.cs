using System.Diagnostics;

namespace Blacklist.Tests;

/// <summary>Waits for a real condition, with an end.</summary>
internal static class Poll
{
    /// <summary>Seconds: a busy machine is slow, and that is no failure.</summary>
    private const int Patience = 300;

    public static Task Until(Func<bool> condition, int seconds = Patience) => Until(() => Task.FromResult(condition()), seconds);

    public static async Task Until(Func<Task<bool>> condition, int seconds = Patience)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed.TotalSeconds > seconds)
            {
                throw new TimeoutException($"The condition did not come true in {seconds} s.");
            }

            await Task.Delay(50);
        }
    }
}
