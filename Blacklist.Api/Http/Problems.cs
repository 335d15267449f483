using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Http;

/// <summary>The refusals an endpoint can return.</summary>
internal static class Problems
{
    /// <summary>The domain said no: 409 with the refusal's code.</summary>
    public static Problem Refused(Refusal refusal) => new(ProblemKind.Conflict(refusal));

    /// <summary>Readable, but wrong: 422, or 400 when a part could not even be read. The first wrong field gives the code.</summary>
    public static Problem Unprocessable(FieldErrors fields)
    {
        IReadOnlyList<FieldError> unreadableFirst = [.. fields.All.OrderBy(field => field.Kind.Status)];
        return new Problem(unreadableFirst[0].Kind) { Fields = unreadableFirst };
    }

    public static Problem Unprocessable(string field, Refusal refusal)
    {
        var fields = new FieldErrors();
        fields.Add(field, refusal);
        return Unprocessable(fields);
    }

    /// <summary>There is none, or none that this caller may know of.</summary>
    public static Problem NotFound() => new(ProblemKinds.NotFound);

    public static Problem Forbidden() => new(ProblemKinds.Forbidden);

    public static Problem VersionConflict(long current) => new(ProblemKinds.VersionConflict) { CurrentVersion = current, Particulars = [current] };

    public static Problem IdempotencyKeyReused() => new(ProblemKinds.IdempotencyKeyReused);

    /// <summary>The registry cannot answer now. Never read as a verdict.</summary>
    public static Problem Unavailable() => Later(ProblemKinds.RegistryUnavailable, seconds: 2);

    /// <summary>The write may or may not be there; the same Idempotency-Key finds out.</summary>
    public static Problem OutcomeUnknown() => Later(ProblemKinds.OutcomeUnknown, seconds: 1);

    public static Problem Overloaded() => Later(ProblemKinds.Overloaded, seconds: 1);

    private static Problem Later(ProblemKind kind, int seconds) => new(kind) { RetryAfter = TimeSpan.FromSeconds(seconds) };
}

/// <summary>A request that cannot even be bound to an endpoint's parameters; caught by <see cref="ProblemMiddleware"/> and where pages send what their forms hold.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Kind.Code)
{
    public ProblemException(ProblemKind kind)
        : this(new Problem(kind))
    {
    }

    public Problem Problem { get; } = problem;
}
