using Blacklist.Api.Http;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Security.Limits;

/// <summary>What a caller beyond the limits is told.</summary>
internal static class LimitProblems
{
    public static Problem TooManyRequests(int seconds) => new(ProblemKinds.TooManyRequests) { RetryAfter = TimeSpan.FromSeconds(seconds) };

    public static Problem BudgetSpent(DateTimeOffset now) =>
        new(ProblemKinds.DailyBudgetSpent) { RetryAfter = LegalDate.Begins(LegalDate.At(now).AddDays(1)) - now };
}
