using System.Collections.Frozen;

namespace Blacklist.Api.Security.Limits;

/// <summary>
/// Whom this node does not answer: those the log says are paused, and those it has just caught and that the log does not know yet. Who keeps
/// the log records these, and tells what the log says.
/// </summary>
internal sealed class PausedCallers
{
    private readonly Lock _lock = new();

    private FrozenSet<string> _recorded = [];
    private FrozenDictionary<string, Alarm> _caught = FrozenDictionary<string, Alarm>.Empty;

    public bool Has(string caller) => _recorded.Contains(caller) || _caught.ContainsKey(caller);

    /// <summary>Somebody who is caught and not recorded yet.</summary>
    public Alarm? Next => _caught.Values.FirstOrDefault();

    /// <summary>From now on refused here. Once is enough.</summary>
    public void Catch(string caller, Suspicion suspicion)
    {
        lock (_lock)
        {
            if (!Has(caller))
            {
                _caught = _caught.Values.Append(new Alarm(caller, suspicion)).ToFrozenDictionary(alarm => alarm.Caller);
            }
        }
    }

    /// <summary>From here on the log decides.</summary>
    public void Recorded(Alarm alarm)
    {
        lock (_lock)
        {
            _recorded = _recorded.Append(alarm.Caller).ToFrozenSet();
            _caught = _caught.Values.Where(other => other != alarm).ToFrozenDictionary(other => other.Caller);
        }
    }

    /// <param name="paused">All that the log says are paused.</param>
    /// <returns>Those who are answered again.</returns>
    public IReadOnlyList<string> Learn(IEnumerable<string> paused)
    {
        lock (_lock)
        {
            var before = _recorded;
            _recorded = paused.ToFrozenSet();
            return [.. before.Except(_recorded)];
        }
    }
}

/// <summary>A caller was caught at what looks like guessing.</summary>
internal sealed record Alarm(string Caller, Suspicion Suspicion);
