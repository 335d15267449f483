using Blacklist.Api.EventLog.Json;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Regions;
using Npgsql;

namespace Blacklist.Api.Public.Organizations;

/// <summary>An organization on the public list, with the newest of the published decisions on it.</summary>
internal sealed record PublicOrganization(
    Guid Id, string Name, RegionCode Region, DispositionKind Kind, string DocumentNumber, DateOnly DecidedOn, string Authority);

/// <param name="Count">Of all pages together.</param>
internal sealed record PublicOrganizations(IReadOnlyList<PublicOrganization> Rows, int Count);

/// <summary>Reads the public list as a whole, the newest decision first; looking for a name is the index's work.</summary>
internal sealed class PublicOrganizationRows(NpgsqlDataSource database)
{
    private const string Published = "disposition.publication IN ('published', 'toBeWithdrawn')";

    public async Task<PublicOrganizations> List(RegionCode? within, int skip, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            WITH newest AS (
                SELECT DISTINCT ON (organization.id) organization.id, name, region, kind, document_number, decided_on, authority
                  FROM disposition JOIN banned_organization AS organization ON organization.id = organization_id
                 WHERE {Published} AND region LIKE $1
                 ORDER BY organization.id, decided_on DESC)
            SELECT *, count(*) OVER () FROM newest ORDER BY decided_on DESC, id DESC OFFSET $2 LIMIT $3
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = within?.Prefix + "%" });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = skip });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        var rows = new List<PublicOrganization>();
        var count = 0L;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(Row(reader));
            count = reader.GetInt64(7);
        }

        return new PublicOrganizations(rows, (int)count);
    }

    /// <summary>Codes of the provinces in which there is anything to read.</summary>
    public async Task<IReadOnlyList<RegionCode>> Provinces(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"SELECT DISTINCT left(region, 2) || '0000' FROM disposition JOIN banned_organization ON banned_organization.id = organization_id WHERE {Published} ORDER BY 1");
        var provinces = new List<RegionCode>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            provinces.Add(RegionCode.Parse(reader.GetString(0)).Value!);
        }

        return provinces;
    }

    private static PublicOrganization Row(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), RegionCode.Parse(row.GetString(2)).Value!, EnumWords.Read<DispositionKind>(row.GetString(3)),
        row.GetString(4), row.GetFieldValue<DateOnly>(5), row.GetString(6));
}
