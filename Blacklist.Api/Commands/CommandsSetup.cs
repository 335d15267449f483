namespace Blacklist.Api.Commands;

internal static class CommandsSetup
{
    public static IServiceCollection AddCommands(this IServiceCollection services) => services.AddSingleton<CommandDesk>().AddSingleton<NumberSeries>();
}
