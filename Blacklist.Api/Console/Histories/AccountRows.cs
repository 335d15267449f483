using Npgsql;

namespace Blacklist.Api.Console.Histories;

/// <summary>How the accounts that act are called: people by their name, machines by theirs.</summary>
internal sealed class AccountRows(NpgsqlDataSource database)
{
    public async Task<AccountNames> Of(IEnumerable<string> accounts, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            SELECT user_id, name FROM security.users WHERE user_id = ANY ($1)
             UNION ALL
            SELECT client_id, name FROM security.api_clients WHERE client_id = ANY ($1)
            """);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. accounts.Distinct()] });
        var names = new Dictionary<string, string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            names[reader.GetString(0)] = reader.GetString(1);
        }

        return new AccountNames(names);
    }
}

/// <summary>Accounts by name; one that is known by no name, as from an outside issuer, is called by its id.</summary>
internal sealed class AccountNames(IReadOnlyDictionary<string, string> names)
{
    public string this[string account] => names.GetValueOrDefault(account, account);
}
