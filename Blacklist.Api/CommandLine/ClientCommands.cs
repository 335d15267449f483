using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Hosting;
using Blacklist.Api.Security.Issuer;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.CommandLine;

internal static class AddClientCommand
{
    private static readonly string[] Purposes = [.. Enum.GetValues<CheckPurpose>().Select(EnumWords.Of)];

    public static async Task<int> Run(string[] words)
    {
        var options = new Options("client add", words, ["--id", "--name", "--department", "--roles", "--regions", "--purposes"], []);
        var client = new ApiClient(
            options["--id"], options["--name"], options["--department"],
            options.List("--roles"), options.List("--regions"), options.List("--purposes"));
        if (client.Purposes.Except(Purposes).FirstOrDefault() is { } unknown)
        {
            throw options.Problem($"'{unknown}' is no purpose; there are {string.Join(", ", Purposes)}");
        }

        await using var registry = await Maintenance.Open();
        var secret = await new ApiClients(registry.Database.App).Register(client);
        if (secret.Problem is { } problem)
        {
            throw new StartProblem(problem.Meaning);
        }

        await System.Console.Out.WriteLineAsync($"{client.Id} may ask for tokens now. Its secret, shown this once:\n{secret.Value}");
        return 0;
    }
}

internal static class RevokeClientCommand
{
    public static async Task<int> Run(string[] words)
    {
        var id = new Options("client revoke", words, ["--id"], [])["--id"];
        await using var registry = await Maintenance.Open();
        var clients = new ApiClients(registry.Database.App);
        if ((await clients.All()).All(known => known.Client.Id != id))
        {
            throw new StartProblem($"There is no client {id}.");
        }

        await clients.Revoke(id);
        await System.Console.Out.WriteLineAsync($"{id} gets no more tokens; those it has end within {TokenIssuer.Lifetime.TotalMinutes:0} minutes.");
        return 0;
    }
}
