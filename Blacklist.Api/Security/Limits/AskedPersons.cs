using Blacklist.Api.Http;

namespace Blacklist.Api.Security.Limits;

/// <summary>
/// The persons of a question, taken from the day's budget while it is under way and given back if nobody was told of them: an outage, or a
/// request that is repeated, costs the caller nothing.
/// </summary>
/// <param name="use">Null where nothing was counted.</param>
internal sealed class AskedPersons(CallerUse? use, int count, DateTimeOffset at) : IDisposable
{
    public static readonly AskedPersons OfNoLimit = new(use: null, 0, default);

    private bool _isKept;

    /// <summary>Why the question is not answered; null when it is welcome.</summary>
    public Problem? Refusal { get; private init; }

    public static AskedPersons Refused(Problem refusal) => new(use: null, 0, default) { Refusal = refusal };

    /// <summary>The answer tells what the caller was not told before.</summary>
    public void Keep() => _isKept = true;

    public void Dispose()
    {
        if (!_isKept)
        {
            use?.Return(count, at);
        }
    }
}
