using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Hosting;
using Blacklist.Api.Security.People;
using Blacklist.Api.Security.Sessions;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.CommandLine;

/// <summary>The first administrator of a site is made here, on the server; from then on administrators do it in the console.</summary>
internal static class AddUserCommand
{
    public static async Task<int> Run(string[] words)
    {
        var options = new Options("user add", words, ["--user", "--name", "--department", "--roles", "--regions", "--purposes"], []);
        var details = new UserDetails(
            options["--name"], options["--department"], options.List("--roles"), options.List("--regions"), options.List("--purposes"));
        if (details.Purposes.Except(EnumWords.All<CheckPurpose>()).FirstOrDefault() is { } unknown)
        {
            throw options.Problem($"'{unknown}' is no purpose; there are {string.Join(", ", EnumWords.All<CheckPurpose>())}");
        }

        await using var registry = await Maintenance.Open();
        if (!(await UserLookup.Users(registry).Add(options["--user"], details, Users.Operator)).Is(out var added, out var problem))
        {
            throw new StartProblem(problem.Meaning);
        }

        await System.Console.Out.WriteLineAsync($"{options["--user"]} ({added.Id}) may sign in with this password, shown this once, and replaces it there:\n{added.Password}");
        return 0;
    }
}

internal static class SuspendUserCommand
{
    public static async Task<int> Run(string[] words)
    {
        await using var registry = await Maintenance.Open();
        var user = await UserLookup.Find(registry, "user suspend", words);
        if (user.SuspendedAt is null)
        {
            await UserLookup.Users(registry).Suspend(user, Users.Operator);
        }

        await System.Console.Out.WriteLineAsync($"{user.UserName} ({user.Id}) is suspended; sessions end within a minute.");
        return 0;
    }
}

internal static class ResetUserCommand
{
    public static async Task<int> Run(string[] words)
    {
        await using var registry = await Maintenance.Open();
        var user = await UserLookup.Find(registry, "user reset", words);
        var password = await UserLookup.Users(registry).Reset(user, Users.Operator) ?? throw new StartProblem("The user changed meanwhile: try again.");
        await System.Console.Out.WriteLineAsync($"{user.UserName} ({user.Id}) signs in with this password, shown this once; second factors are to be set up anew:\n{password}");
        return 0;
    }
}

/// <summary>What an authenticator with this key would show now: to try the demo without a telephone.</summary>
internal static class CodeCommand
{
    public static async Task<int> Run(string[] words)
    {
        var key = new Options("user code", words, ["--key"], [])["--key"];
        await System.Console.Out.WriteLineAsync(AuthenticatorCodes.At(key, TimeProvider.System.GetUtcNow()));
        return 0;
    }
}

internal static class UserLookup
{
    public static Users Users(OpenRegistry registry) => new(registry.Database.App, SessionLimits.From(RegistryApp.NewBuilder().Configuration));

    public static async Task<User> Find(OpenRegistry registry, string command, string[] words)
    {
        var name = new Options(command, words, ["--user"], [])["--user"];
        return await Users(registry).Named(name) ?? throw new StartProblem($"There is no user {name}.");
    }
}
