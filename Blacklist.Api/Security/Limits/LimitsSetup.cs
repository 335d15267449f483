using Npgsql;

namespace Blacklist.Api.Security.Limits;

/// <summary>How much a caller may ask, and who seems to guess (ADR 0028).</summary>
internal static class LimitsSetup
{
    public static IServiceCollection AddLimits(this IServiceCollection services, IConfiguration configuration, NpgsqlDataSource database) => services
        .AddSingleton(CallerLimits.From(configuration))
        .AddSingleton<PausedCallers>()
        .AddSingleton<OracleGuard>()
        .AddSingleton<CallerDoor>()
        .AddSingleton(new UseRecord(database))
        .AddSingleton<UseExchange>()
        .AddHostedService(provider => provider.GetRequiredService<UseExchange>());
}
