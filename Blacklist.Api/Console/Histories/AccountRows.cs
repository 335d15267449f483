using Blacklist.Api.Pages;
using Npgsql;

namespace Blacklist.Api.Console.Histories;

/// <summary>How the accounts that act are called: people by their name, machines by theirs.</summary>
internal sealed class AccountRows(NpgsqlDataSource database, PageText texts)
{
    public async Task<AccountNames> Of(IEnumerable<string> accounts, CancellationToken cancellation) => new(
        await Read("user_id = ANY ($1)", "client_id = ANY ($1)", new NpgsqlParameter<string[]> { TypedValue = [.. accounts.Distinct()] }, cancellation), texts);

    /// <summary>The ids of all who are called so.</summary>
    public async Task<IEnumerable<string>> Called(string name, CancellationToken cancellation) =>
        (await Read("name = $1", "name = $1", new NpgsqlParameter<string> { TypedValue = name }, cancellation)).Keys;

    private async Task<Dictionary<string, string>> Read(string whichUsers, string whichClients, NpgsqlParameter parameter, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT user_id, name FROM security.users WHERE {whichUsers}
             UNION ALL
            SELECT client_id, name FROM security.api_clients WHERE {whichClients}
            """);
        command.Parameters.Add(parameter);
        var names = new Dictionary<string, string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            names[reader.GetString(0)] = reader.GetString(1);
        }

        return names;
    }
}

/// <summary>Accounts by name; one that is known by no name, as from an outside issuer, is called by its id.</summary>
internal sealed class AccountNames(IReadOnlyDictionary<string, string> names, PageText texts)
{
    private const string Job = "job:";

    public string this[string account] =>
        names.TryGetValue(account, out var name) ? name
        : account.StartsWith(Job, StringComparison.Ordinal) ? texts["history.byItself"]
        : Actors.Named(account, texts);
}

/// <summary>Who acts without an account: the registry itself, who works on its server, what was shipped with it.</summary>
internal static class Actors
{
    public static string Named(string actor, PageText texts) => texts.Has($"actor.{actor}") ? texts[$"actor.{actor}"] : actor;
}
