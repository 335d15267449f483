using System.Net;

namespace Blacklist.Tests.Nodes;

/// <summary>Callers of nodes that die: no answer and 503 say nothing and are asked again, anything but a success would be wrong.</summary>
internal static class Asking
{
    private const int SecondsAtMost = 300;

    /// <param name="ask">The same request under the same key each time.</param>
    /// <param name="open">Told of each time that said nothing.</param>
    public static async Task<ApiAnswer> UntilAnswered(Func<Task<ApiAnswer>> ask, Action? open = null)
    {
        ApiAnswer? answer = null;
        await Poll.Until(
            async () =>
            {
                if ((answer = await Once(ask)) is null)
                {
                    open?.Invoke();
                }

                return answer is not null;
            },
            SecondsAtMost);
        return answer!;
    }

    /// <returns>Null when nothing was said.</returns>
    private static async Task<ApiAnswer?> Once(Func<Task<ApiAnswer>> ask)
    {
        try
        {
            var answer = await ask();
            if (answer.Status == HttpStatusCode.ServiceUnavailable)
            {
                answer["verdict"].ShouldBeNull();
                return null;
            }

            ((int)answer.Status).ShouldBeInRange(200, 201, answer.Text);
            return answer;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
