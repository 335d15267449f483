using System.Diagnostics;
using Blacklist.Api.Audit;
using Blacklist.Api.Eligibility.Effects;
using Blacklist.Api.Eligibility.Receipts;
using Blacklist.Api.Receipts;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Eligibility.Lane;

/// <summary>A question that waits for its answer to be recorded.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="SealedQuestion">The same, as the vault keeps it.</param>
/// <param name="Commitments">What the receipt will say of the question and the applicants.</param>
/// <param name="Identities">Who the applicants are said to be (<see cref="SubjectKeys.IdentitiesOf"/>).</param>
/// <param name="Key">The caller's Idempotency-Key, if any, and the keyed digest of the request.</param>
internal sealed record PendingCheck(
    Guid Id, string Client, EligibilityQuestion Question, byte[] SealedQuestion, byte[] Identities, string? Key, byte[]? RequestMac, byte[] Commitments)
{
    private readonly TaskCompletionSource<CheckOutcome> _outcome = new();

    public Task<CheckOutcome> Outcome => _outcome.Task;

    /// <summary>How much the answer tells; what is recorded and signed is what the caller is given.</summary>
    public DisclosureTier Tier { get; init; } = DisclosureTier.Grounds;

    /// <summary>A timestamp of <see cref="Stopwatch"/>.</summary>
    public long CameAt { get; } = Stopwatch.GetTimestamp();

    /// <summary>The answer at the index's position; made anew when the log has moved on.</summary>
    public EvaluatedCheck? Evaluated { get; set; }

    /// <summary>What is signed of it.</summary>
    public LeafContent? Leaf { get; set; }

    /// <summary>What became of it; the caller goes on when that is told.</summary>
    public CheckOutcome? Settled { get; set; }

    /// <summary>The caller goes on, in this thread.</summary>
    public void Tell(Exception? failure)
    {
        if (Settled is { } outcome)
        {
            _outcome.TrySetResult(outcome);
        }
        else
        {
            _outcome.TrySetException(failure ?? new InvalidOperationException("Nothing became of the check."));
        }
    }
}

/// <summary>An answer that holds at one log position; not given to anybody before it is recorded there.</summary>
internal sealed record EvaluatedCheck(long Position, DateTimeOffset CheckedAt, Verdict Verdict, byte[] Answer);

internal abstract record CheckOutcome
{
    private CheckOutcome()
    {
    }

    public sealed record Recorded(GivenAnswer Given) : CheckOutcome;

    public sealed record KeyUsedOtherwise : CheckOutcome;

    /// <summary>Too many wait already; nothing was recorded.</summary>
    public sealed record Overloaded : CheckOutcome;
}
