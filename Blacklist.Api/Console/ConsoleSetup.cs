using Blacklist.Api.Console.Operations;
using Blacklist.Api.Console.Overview;

namespace Blacklist.Api.Console;

/// <summary>What the pages of the console share.</summary>
internal static class ConsoleSetup
{
    public static IServiceCollection AddConsole(this IServiceCollection services) => services
        .AddSingleton<OverviewRows>()
        .AddSingleton<ReadModelRows>();
}
