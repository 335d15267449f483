using Blacklist.Api.Appeals;
using Blacklist.Api.Demo;
using Blacklist.Api.Demo.Checks;
using Blacklist.Api.Demo.Plan;
using Blacklist.Api.Eligibility.Effects;
using Blacklist.Api.Eligibility.Lane;
using Blacklist.Api.EventLog;
using Blacklist.Api.Hosting;
using Blacklist.Api.Listings;
using Blacklist.Api.Reference;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Security.People;
using Blacklist.Api.Vault;

namespace Blacklist.Api.CommandLine;

/// <summary>Fills the registry with the demo's data, serves it, and asks it three questions.</summary>
internal static class DemoCommand
{
    private const int OtherAnswers = 1;

    public static async Task<int> Run(string[] words)
    {
        var options = new Options("demo", words, [], ["--exit"]);
        await using var app = await RegistryApp.Build([]);
        if (!app.Services.GetRequiredService<AccessOptions>().IssuesTokens)
        {
            throw new StartProblem("The demo's clients get their tokens from the registry itself: run it without Authentication__Authority.");
        }

        await Fill(app.Services, System.Console.Out);
        var clients = Clients(app.Services);
        var secrets = await clients.Prepare();
        var users = Users(app.Services);
        var people = await users.Prepare();
        var asExpected = true;
        await app.RunRegistry(async url =>
        {
            await AddExamples(app.Services);
            await System.Console.Out.WriteLineAsync($"The demo's clients and their secrets are in {clients.Path}\n");
            await System.Console.Out.WriteLineAsync(
                $"Its users sign in at {url}console with the passwords and authenticator keys of {users.Path}; `user code --key …` shows a code:\n"
                + string.Join('\n', people.Select(user => $"  {user.User,-10}{user.Password,-25}{user.AuthenticatorKey}  {user.Name}")) + "\n");
            using var checks = new DemoChecks(url, clients.Path, secrets[DemoClients.ClerkOfOrdos]);
            asExpected = await checks.Run(System.Console.Out);
            if (options.Has("--exit"))
            {
                app.Lifetime.StopApplication();
            }
        });
        return asExpected ? 0 : OtherAnswers;
    }

    /// <summary>Organizations, decisions, persons and listings; the service need not answer yet.</summary>
    public static async Task Fill(IServiceProvider services, TextWriter output)
    {
        var plan = DemoPlan.Make(await ProcedureTerms.Now(services.GetRequiredService<Calendars>(), services.GetRequiredService<Procedure>()));
        var fill = new DemoFill(services.GetRequiredService<EventStore>(), services.GetRequiredService<IdentityVault>(), services.GetRequiredService<ListingNumbers>());
        var added = await fill.Run(plan);
        await output.WriteLineAsync(DemoSummary.Of(plan, added));
    }

    /// <summary>Once the service answers checks.</summary>
    public static async Task AddExamples(IServiceProvider services)
    {
        await new ExampleDrafts(services.GetRequiredService<EventStore>()).Add();
        await new ExampleCallers(services.GetRequiredService<EventStore>()).Add();
        await new ExampleCases(
            services.GetRequiredService<EventStore>(), services.GetRequiredService<IdentityVault>(), services.GetRequiredService<SubjectKeys>(),
            services.GetRequiredService<CheckLane>(), services.GetRequiredService<CheckRecord>()).Add();
        var terms = await AppealTerms.Now(services.GetRequiredService<Calendars>(), services.GetRequiredService<Procedure>());
        await new ExampleAppeals(
            services.GetRequiredService<EventStore>(), services.GetRequiredService<Statements>(), services.GetRequiredService<AppealNumbers>(), terms).Add();
    }

    public static DemoUsers Users(IServiceProvider services) => new(
        services.GetRequiredService<Users>(), services.GetRequiredService<UserStore>(), services.GetRequiredService<DataFolder>());

    public static DemoClients Clients(IServiceProvider services) =>
        new(services.GetRequiredService<ApiClients>(), services.GetRequiredService<DataFolder>());
}
