using System.Collections.Concurrent;
using Blacklist.Api.Http;

namespace Blacklist.Api.Security.Limits;

/// <summary>What every caller has asked, and whether the next question is still welcome. All in memory: a question costs no round trip.</summary>
internal sealed class OracleGuard(CallerLimits limits, PausedCallers paused, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, CallerUse> _callers = new();
    private readonly ConcurrentDictionary<string, CallerUse> _files = new();

    public IEnumerable<KeyValuePair<string, CallerUse>> Callers => _callers;

    /// <summary>With the limits and regions of the caller's token: another one may say something else.</summary>
    public CallerUse Of(Caller caller)
    {
        var use = _callers.GetOrAdd(caller.Subject, static (_, all) => new CallerUse(CallerLimit.None, regions: "", new GuessWatch(all.Guessing)), limits);
        if (!use.IsKnownBy(caller.Roles))
        {
            use.KnowBy(caller.Roles, limits.Of(caller.Subject, caller.Roles), string.Join(' ', caller.Regions));
        }

        return use;
    }

    public void Forget(string caller)
    {
        foreach (var uses in new[] { _callers, _files })
        {
            if (uses.TryGetValue(caller, out var use))
            {
                use.Forget();
            }
        }
    }

    /// <summary>Before a question about persons is answered: they are counted, until it turns out that nobody was told of them.</summary>
    public AskedPersons Ask(Caller caller, GuessedQuestion question)
    {
        if (!limits.Enabled)
        {
            return AskedPersons.OfNoLimit;
        }

        var (use, now) = (Of(caller), time.GetUtcNow());
        if (paused.Has(caller.Subject))
        {
            return AskedPersons.Refused(Paused());
        }

        if (!use.Persons(question.Count, now))
        {
            return AskedPersons.Refused(LimitProblems.BudgetSpent(now));
        }

        if (use.Asks(question, now) is { } suspicion)
        {
            paused.Catch(caller.Subject, suspicion);
            return AskedPersons.Refused(Paused());
        }

        return new AskedPersons(use, question.Count, now);
    }

    /// <summary>A question of a file, answered when nobody waits: who guesses is caught before the answer can be fetched.</summary>
    public void Watch(string caller, GuessedQuestion question)
    {
        var use = _files.GetOrAdd(caller, (_, all) => new CallerUse(CallerLimit.None, regions: "", new GuessWatch(all.Guessing)), limits);
        if (limits.Enabled && use.Asks(question, time.GetUtcNow()) is { } suspicion)
        {
            paused.Catch(caller, suspicion);
        }
    }

    /// <summary>The answer to a question that cannot be read; documents that cannot exist are counted.</summary>
    public Problem Rejects(Caller caller, FieldErrors fields)
    {
        var madeUp = fields.All.Any(field => field.Path.Contains("documents[", StringComparison.Ordinal));
        if (limits.Enabled && madeUp && Of(caller).Rejects(time.GetUtcNow()) is { } suspicion)
        {
            paused.Catch(caller.Subject, suspicion);
        }

        return Problems.Unprocessable(fields);
    }

    public static Problem Paused() => new(ProblemKinds.CallerPaused);
}
