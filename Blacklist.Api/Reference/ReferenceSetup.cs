namespace Blacklist.Api.Reference;

internal static class ReferenceSetup
{
    public static IServiceCollection AddReference(this IServiceCollection services) => services
        .AddSingleton<ShippedRows>()
        .AddSingleton<Calendars>()
        .AddSingleton(ProcedureFile.Read());
}
