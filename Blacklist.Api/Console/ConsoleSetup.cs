using Blacklist.Api.Console.Appeals;
using Blacklist.Api.Console.Check;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Console.Listings;
using Blacklist.Api.Console.Operations;
using Blacklist.Api.Console.Overview;
using Blacklist.Api.Console.Persons;

namespace Blacklist.Api.Console;

/// <summary>What the pages of the console share.</summary>
internal static class ConsoleSetup
{
    public static IServiceCollection AddConsole(this IServiceCollection services) => services
        .AddSingleton<OverviewRows>()
        .AddSingleton<ReadModelRows>()
        .AddSingleton<AccountRows>()
        .AddScoped<Timelines>()
        .AddScoped<FormDesk>()
        .AddScoped<PersonCards>()
        .AddScoped<ListingReader>()
        .AddScoped<AppealReader>()
        .AddScoped<CaseTimeline>()
        .AddSingleton<ShownChecks>()
        .AddSingleton<CheckAsking>()
        .AddSingleton<MyCheckRows>();
}
