using Blacklist.Api.EventLog.Json;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Registration;
using Npgsql;

namespace Blacklist.Api.Listings.InForce;

/// <summary>What the terms of a listing in force depend on.</summary>
internal sealed record ListingInForce(
    Guid Id, DispositionKind Disposition, Part Part, OrganizationKind? RegisteredAs, DateOnly DispositionDate, DateOnly? EndsOn, long Version);

/// <summary>Reads the listings in force from the <see cref="ListingView"/>.</summary>
internal sealed class InForceRows(NpgsqlDataSource database)
{
    /// <param name="after">Id after which the page begins.</param>
    public async Task<IReadOnlyList<ListingInForce>> After(Guid after, int most)
    {
        await using var command = database.CreateCommand(
            """
            SELECT id, disposition, part, registered_as, disposition_date, ends_on, version
              FROM listing WHERE status = 'inForce' AND id > $1 ORDER BY id LIMIT $2
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<ListingInForce>();
        while (await reader.ReadAsync())
        {
            rows.Add(new ListingInForce(
                reader.GetGuid(0), EnumWords.Read<DispositionKind>(reader.GetString(1)), EnumWords.Read<Part>(reader.GetString(2)),
                reader.IsDBNull(3) ? null : EnumWords.Read<OrganizationKind>(reader.GetString(3)),
                reader.GetFieldValue<DateOnly>(4), reader.GetFieldValue<DateOnly?>(5), reader.GetInt64(6)));
        }

        return rows;
    }
}
