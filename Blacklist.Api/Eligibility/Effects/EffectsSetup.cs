using Blacklist.Api.Jobs;
using Blacklist.Api.Vault.Keys.Rotation;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>What later facts change in answers that were given.</summary>
internal static class EffectsSetup
{
    public static IServiceCollection AddRetroactiveEffects(this IServiceCollection services) => services
        .AddSingleton<EffectsRecord>()
        .AddSingleton<WatchRecord>()
        .AddSingleton<DueNoticesRecord>()
        .AddSingleton<SubjectKeys>()
        .AddSingleton<StoredQuestions>()
        .AddSingleton<VerdictChanges>()
        .AddSingleton<BearingFacts>()
        .AddSingleton<CheckIntake>()
        .AddSingleton<NoticeOpening>()
        .AddSingleton<WatchedKeys>()
        .AddSingleton<WatchedAnew>()
        .AddSingleton<DigestHolder>(services => services.GetRequiredService<WatchedAnew>())
        .AddSingleton<Job, EffectsJob>();
}
