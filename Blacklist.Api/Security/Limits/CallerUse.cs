using System.Runtime.InteropServices;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Security.Limits;

/// <summary>What one caller has asked, on this node to the last request and on the others to the last exchange of sums. Safe for use by many at once.</summary>
internal sealed class CallerUse(CallerLimit limit, string regions, GuessWatch watch)
{
    private readonly Lock _lock = new();

    private long _minute;
    private int _inMinute;
    private DateOnly _day;
    private long _elsewhere; // persons of the day, on all nodes, up to the last exchange
    private UseSum _since = UseSum.Nothing; // of the day; the other nodes do not know of it yet
    private DaySum? _yesterday; // nor of this
    private volatile Granted _granted = new(null, limit, regions);

    public CallerLimit Limit => _granted.Limit;

    /// <summary>The caller's, between spaces.</summary>
    public string Regions => _granted.Regions;

    /// <summary>Whether limit and regions are those that came with these roles, the very same as a token that was read once.</summary>
    public bool IsKnownBy(IReadOnlyList<string> roles) => ReferenceEquals(_granted.By, roles);

    public void KnowBy(IReadOnlyList<string> roles, CallerLimit limit, string regions) => _granted = new Granted(roles, limit, regions);

    /// <summary>One request more.</summary>
    public RequestAllowance Request(DateTimeOffset now)
    {
        lock (_lock)
        {
            Turn(now);
            var minute = now.ToUnixTimeSeconds() / 60;
            (_minute, _inMinute) = minute == _minute ? (_minute, _inMinute + 1) : (minute, 1);
            var left = Limit.RequestsPerMinute - _inMinute;
            _since = left < 0 ? _since with { Refused = _since.Refused + 1 } : _since with { Requests = _since.Requests + 1 };
            return new RequestAllowance(left, (int)(60 - (now.ToUnixTimeSeconds() % 60)));
        }
    }

    /// <summary>So many persons more, if the day's budget has them.</summary>
    public bool Persons(int count, DateTimeOffset now)
    {
        lock (_lock)
        {
            Turn(now);
            var enough = _elsewhere + _since.Persons + count <= Limit.PersonsPerDay;
            _since = enough ? _since with { Persons = _since.Persons + count } : _since with { Refused = _since.Refused + 1 };
            return enough;
        }
    }

    /// <summary>Nobody was told of them. Another day's stay counted: nothing is weighed against that day any more.</summary>
    /// <param name="at">When they were counted.</param>
    public void Return(int count, DateTimeOffset at)
    {
        lock (_lock)
        {
            _since = LegalDate.At(at) == _day ? _since with { Persons = _since.Persons - count } : _since;
        }
    }

    public void Refused(DateTimeOffset now)
    {
        lock (_lock)
        {
            Turn(now);
            _since = _since with { Refused = _since.Refused + 1 };
        }
    }

    /// <summary>What a check is about, for the watch.</summary>
    /// <returns>Null while it looks ordinary.</returns>
    public Suspicion? Asks(GuessedQuestion question, DateTimeOffset now)
    {
        lock (_lock)
        {
            Turn(now);
            return watch.Asks(question);
        }
    }

    /// <inheritdoc cref="GuessWatch.Rejects"/>
    public Suspicion? Rejects(DateTimeOffset now)
    {
        lock (_lock)
        {
            Turn(now);
            return watch.Rejects();
        }
    }

    /// <summary>Somebody has looked into it: what the watch saw counts no more.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            watch.Clear();
        }
    }

    /// <summary>Takes along what is to be told to the other nodes, once.</summary>
    public IReadOnlyList<DaySum> Take()
    {
        lock (_lock)
        {
            var today = new DaySum(_day, _since);
            DaySum?[] taken = [_yesterday, today];
            (_since, _yesterday) = (UseSum.Nothing, null);
            _elsewhere += today.Sum.Persons; // until the exchange says better
            return [.. taken.OfType<DaySum>().Where(sum => sum.Sum != UseSum.Nothing)];
        }
    }

    /// <param name="allPersons">Of the day, on all nodes.</param>
    public void Learn(DateOnly day, long allPersons)
    {
        lock (_lock)
        {
            _elsewhere = day == _day ? allPersons : _elsewhere;
        }
    }

    private void Turn(DateTimeOffset now)
    {
        var day = LegalDate.At(now);
        if (day != _day)
        {
            _yesterday = _since == UseSum.Nothing ? _yesterday : new DaySum(_day, _since);
            (_day, _elsewhere, _since) = (day, 0, UseSum.Nothing);
            watch.Clear();
        }
    }

    /// <param name="By">The roles of the token that says so; null where none does.</param>
    private sealed record Granted(IReadOnlyList<string>? By, CallerLimit Limit, string Regions);
}

/// <param name="Left">Requests left in the minute; negative when this one is too many.</param>
/// <param name="Seconds">Until the next minute.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RequestAllowance(int Left, int Seconds);

internal sealed record DaySum(DateOnly Day, UseSum Sum);

/// <summary>What was counted.</summary>
internal sealed record UseSum(long Requests, long Persons, long Refused)
{
    public static readonly UseSum Nothing = new(0, 0, 0);
}
