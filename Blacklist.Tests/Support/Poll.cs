using System.Diagnostics;

namespace Blacklist.Tests;

/// <summary>Waits for a real condition, with an end.</summary>
internal static class Poll
{
    public static Task Until(Func<bool> condition, int seconds = 30) => Until(() => Task.FromResult(condition()), seconds);

    public static async Task Until(Func<Task<bool>> condition, int seconds = 30)
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
