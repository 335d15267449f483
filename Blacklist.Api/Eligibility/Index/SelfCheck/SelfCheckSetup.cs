namespace Blacklist.Api.Eligibility.Index.SelfCheck;

internal static class SelfCheckSetup
{
    public static IServiceCollection AddIndexSelfCheck(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHealthChecks().AddCheck<IndexTrusted>("index");
        return services
            .AddSingleton(SelfCheckOptions.From(configuration))
            .AddSingleton<IndexSelfCheck>()
            .AddHostedService<IndexWatch>();
    }
}
