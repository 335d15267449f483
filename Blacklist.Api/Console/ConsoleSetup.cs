using Blacklist.Api.Console.Administration;
using Blacklist.Api.Console.Appeals;
using Blacklist.Api.Console.Appeals.Handling;
using Blacklist.Api.Console.Audit;
using Blacklist.Api.Console.Callers;
using Blacklist.Api.Console.Check;
using Blacklist.Api.Console.Clients;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Console.Listings;
using Blacklist.Api.Console.Operations;
using Blacklist.Api.Console.Overview;
using Blacklist.Api.Console.Persons;
using Blacklist.Api.Console.Rules;
using Blacklist.Api.Console.Users;

namespace Blacklist.Api.Console;

/// <summary>What the pages of the console share.</summary>
internal static class ConsoleSetup
{
    public static IServiceCollection AddConsole(this IServiceCollection services) => services
        .AddSingleton<OverviewRows>()
        .AddSingleton<ReadModelRows>()
        .AddScoped<AccountRows>()
        .AddScoped<ActHistory>()
        .AddScoped<Timelines>()
        .AddScoped<FormDesk>()
        .AddScoped<PersonCards>()
        .AddScoped<ListingReader>()
        .AddScoped<AppealReader>()
        .AddSingleton<AppealHandlerRows>()
        .AddScoped<CaseTimeline>()
        .AddSingleton<ShownChecks>()
        .AddSingleton<CheckAsking>()
        .AddSingleton<CheckListRows>()
        .AddSingleton<CheckReferenceRows>()
        .AddSingleton<ShownOnce>()
        .AddSingleton<GrantOffers>()
        .AddSingleton<UserReader>()
        .AddSingleton<ClientReader>()
        .AddScoped<CallerReader>()
        .AddScoped<RuleText>()
        .AddScoped<RuleReader>()
        .AddSingleton<AuditVerification>();
}
