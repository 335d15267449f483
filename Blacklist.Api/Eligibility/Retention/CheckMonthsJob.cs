using Blacklist.Api.Jobs;
using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Eligibility.Retention;

/// <summary>
/// Makes the months of checks ahead of need and drops those whose retention is over, whole and with what was made of them. A period that
/// nobody has confirmed drops nothing: what is forgotten cannot be had back.
/// </summary>
internal sealed class CheckMonthsJob(CheckMonthsRecord months, CheckRecord checks, Procedure procedure, ILogger<CheckMonthsJob> logger)
    : Job("check_months", TimeSpan.FromHours(1))
{
    private const int ForgottenAtOnce = 10_000;

    public override async Task Run(JobTurn turn)
    {
        await checks.EnsurePartitions(DateOnly.FromDateTime(turn.BeganAt.UtcDateTime));
        if (procedure.CheckRetention is not { IsConfirmed: true, Period: var period })
        {
            return;
        }

        var today = LegalDate.At(turn.BeganAt);
        foreach (var month in (await months.Months()).Where(month => period.LastDay(month.AddMonths(1).AddDays(-1)) < today))
        {
            var count = await months.Count(month, turn.Ended);
            do
            {
                turn.Ended.ThrowIfCancellationRequested();
            }
            while (await CheckMonthsRecord.Forget(turn, month, ForgottenAtOnce));

            await CheckMonthsRecord.Drop(turn, month, count, period.ToString());
            logger.LogInformation("{Count} checks of {Month} were dropped: they were kept for {Period}", count, month, period);
        }
    }
}
