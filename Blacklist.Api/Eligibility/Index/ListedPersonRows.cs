using System.Data;
using Blacklist.Api.EventLog.Json;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;
using Npgsql;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>The listings at one position of the log.</summary>
internal sealed record ListedAt(long Position, IReadOnlySet<Guid> AnnulledDispositions, IReadOnlyList<ListingFacts> Listings);

/// <summary>Reads the whole <see cref="ListedPersonView"/> in one pass.</summary>
internal sealed class ListedPersonRows(NpgsqlDataSource database)
{
    public async Task<ListedAt> Read()
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        var position = await Position(connection);
        var annulled = await Annulled(connection);
        return new ListedAt(position, annulled, await Listings(connection, annulled));
    }

    private static async Task<long> Position(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT position FROM registry.log_position", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<HashSet<Guid>> Annulled(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT disposition_id FROM annulled_disposition", connection);
        await using var row = await command.ExecuteReaderAsync();
        var dispositions = new HashSet<Guid>();
        while (await row.ReadAsync())
        {
            dispositions.Add(row.GetGuid(0));
        }

        return dispositions;
    }

    private static async Task<List<ListingFacts>> Listings(NpgsqlConnection connection, HashSet<Guid> annulled)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT listing_id, number, person_id, disposition_id, disposition, disposition_date, disposition_document, part, registered_as, region, status
              FROM listed_person
            """,
            connection);
        await using var row = await command.ExecuteReaderAsync();
        var listings = new List<ListingFacts>();
        while (await row.ReadAsync())
        {
            listings.Add(new ListingFacts(
                new ListingId(row.GetGuid(0)), row.GetString(1), new PersonId(row.GetGuid(2)), row.GetGuid(3),
                EnumWords.Read<DispositionKind>(row.GetString(4)), row.GetFieldValue<DateOnly>(5), row.GetString(6),
                EnumWords.Read<Part>(row.GetString(7)), row.IsDBNull(8) ? null : EnumWords.Read<OrganizationKind>(row.GetString(8)),
                RegionCode.Parse(row.GetString(9)).Value!, EnumWords.Read<ListingStatus>(row.GetString(10)),
                annulled.Contains(row.GetGuid(3)), Disputed: false));
        }

        return listings;
    }
}
