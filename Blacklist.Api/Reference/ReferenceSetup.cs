namespace Blacklist.Api.Reference;

internal static class ReferenceSetup
{
    public static IServiceCollection AddReference(this IServiceCollection services) => services
        .AddSingleton<ShippedRows>()
        .AddSingleton(_ => RegionsFile.Read())
        .AddSingleton(_ => RegionsFile.ReadSuccession())
        .AddSingleton<Calendars>()
        .AddSingleton(ProcedureFile.Read());
}
