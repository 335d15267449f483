using Blacklist.Api.Jobs;
using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>What later facts change in answers that were given.</summary>
internal static class EffectsSetup
{
    public static IServiceCollection AddRetroactiveEffects(this IServiceCollection services) => services
        .AddSingleton<EffectsRecord>()
        .AddSingleton<DueNoticesRecord>()
        .AddSingleton<SubjectKeys>()
        .AddSingleton<VerdictChanges>()
        .AddSingleton<BearingFacts>()
        .AddSingleton<CheckIntake>()
        .AddSingleton(provider => new NoticeOpening(
            provider.GetRequiredService<DueNoticesRecord>(), provider.GetRequiredService<EventLog.EventStore>(),
            provider.GetRequiredService<WorkingDayCalendar>(), ProcedureFile.Read()))
        .AddSingleton<Job, EffectsJob>();
}
