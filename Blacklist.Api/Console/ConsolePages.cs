using Blacklist.Api.Console.Check;

namespace Blacklist.Api.Console;

/// <summary>工作台: the pages of who signs in. They issue the commands of the API through the same handlers.</summary>
internal static class ConsolePages
{
    public static IServiceCollection AddConsolePages(this IServiceCollection services) => services
        .AddSingleton<ShownChecks>()
        .AddSingleton<CheckAsking>()
        .AddSingleton<MyCheckRows>();
}
