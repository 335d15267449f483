using Blacklist.Api.Security;
using Blacklist.Domain.Regions;
using Npgsql;

namespace Blacklist.Api.Console.Appeals.Handling;

/// <summary>Who can be given an appeal: every account, in force, that handles appeals where it lies.</summary>
internal sealed class AppealHandlerRows(NpgsqlDataSource database)
{
    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<AppealHandler>> Of(RegionCode region, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            SELECT account, name, department, regions FROM (
              SELECT user_id AS account, name, department, roles, regions FROM security.users WHERE suspended_at IS NULL AND confirmed_by IS NOT NULL
               UNION ALL
              SELECT client_id, name, department, roles, regions FROM security.api_clients WHERE revoked_at IS NULL) AS known
             WHERE roles && $1 ORDER BY name, account
            """);
        command.Parameters.Add(new NpgsqlParameter<string[]>
        {
            TypedValue = [.. RolePermissions.Roles.Where(role => RolePermissions.Allow([role], Permission.HandleAppeals))],
        });
        var handlers = new List<AppealHandler>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (reader.GetFieldValue<string[]>(3).Any(own => RegionCode.Parse(own).Is(out var scope, out _) && scope.Covers(region)))
            {
                handlers.Add(new AppealHandler(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
            }
        }

        return handlers;
    }
}

internal sealed record AppealHandler(string Account, string Name, string Department);
