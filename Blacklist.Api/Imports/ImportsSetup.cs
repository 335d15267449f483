namespace Blacklist.Api.Imports;

internal static class ImportsSetup
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services.AddSingleton<CaseImport>();
}
