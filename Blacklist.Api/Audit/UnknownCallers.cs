using System.Collections.Concurrent;

namespace Blacklist.Api.Audit;

/// <summary>
/// Who shows no token that is believed cannot be told apart, and may ask without end. So what such callers are refused at an endpoint leaves one entry a
/// minute, which counts those that came after the one before it.
/// </summary>
internal sealed class UnknownCallers(TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Endpoint Endpoint, int Status), Refusals> _refusals = new();

    /// <returns>For how many refusals an entry is due now; null where none is.</returns>
    public int? Refused(HttpContext context) =>
        context.Response.StatusCode is var status
        && status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests or >= StatusCodes.Status500InternalServerError
            ? _refusals.GetOrAdd((context.GetEndpoint()!, status), _ => new Refusals()).One(time.GetUtcNow())
            : null;

    private sealed class Refusals
    {
        private readonly Lock _counting = new();
        private DateTimeOffset _entryAt = DateTimeOffset.MinValue;
        private int _since;

        public int? One(DateTimeOffset now)
        {
            lock (_counting)
            {
                _since++;
                if (now - _entryAt < Minute)
                {
                    return null;
                }

                var count = _since;
                (_entryAt, _since) = (now, 0);
                return count;
            }
        }
    }
}
