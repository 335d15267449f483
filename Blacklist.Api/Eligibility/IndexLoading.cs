using System.Data;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Vault;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;
using Npgsql;

namespace Blacklist.Api.Eligibility;

/// <summary>Fills the index from <see cref="ListedPersonView"/> in one pass and at one position; what comes later is followed from the log.</summary>
internal sealed class IndexLoading(NpgsqlDataSource database, EligibilityIndex index, IdentityVault vault, EventStore log)
{
    public async Task Load()
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        var position = await Position(connection);
        var rules = await log.Load(RuleCatalogue.StreamId);
        var annulled = await Annulled(connection);
        var identities = await Identities();
        var persons = new List<ListedPerson>();
        await foreach (var listing in Listings(connection, annulled))
        {
            if (identities.TryGetValue(listing.PersonId, out var identity))
            {
                persons.Add(new ListedPerson(identity, listing));
            }
        }

        index.Start(position, RulesAt(position, rules), persons, annulled);
    }

    private static async Task<long> Position(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT position FROM registry.log_position", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static RuleCatalogue RulesAt(long position, EventStream stream) =>
        stream.Events.Where(envelope => envelope.Position <= position).Select(envelope => envelope.Data)
            .Aggregate(RuleCatalogue.Initial, RuleCatalogue.Evolve);

    private static async Task<HashSet<Guid>> Annulled(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT disposition_id FROM annulled_disposition", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var dispositions = new HashSet<Guid>();
        while (await reader.ReadAsync())
        {
            dispositions.Add(reader.GetGuid(0));
        }

        return dispositions;
    }

    /// <summary>Everybody who was not erased.</summary>
    private async Task<Dictionary<PersonId, PersonIdentity>> Identities()
    {
        var identities = new Dictionary<PersonId, PersonIdentity>();
        await foreach (var person in vault.OpenAll())
        {
            if (person.Identity is { } identity)
            {
                identities.Add(person.Id, identity);
            }
        }

        return identities;
    }

    private static async IAsyncEnumerable<ListingFacts> Listings(NpgsqlConnection connection, HashSet<Guid> annulled)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT listing_id, number, person_id, disposition_id, disposition, disposition_date, disposition_document, part, registered_as, region, status
              FROM listed_person
            """,
            connection);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            yield return new ListingFacts(
                new ListingId(row.GetGuid(0)), row.GetString(1), new PersonId(row.GetGuid(2)), row.GetGuid(3),
                EnumWords.Read<DispositionKind>(row.GetString(4)), row.GetFieldValue<DateOnly>(5), row.GetString(6),
                EnumWords.Read<Part>(row.GetString(7)), row.IsDBNull(8) ? null : EnumWords.Read<OrganizationKind>(row.GetString(8)),
                RegionCode.Parse(row.GetString(9)).Value!, EnumWords.Read<ListingStatus>(row.GetString(10)),
                annulled.Contains(row.GetGuid(3)), Disputed: false);
        }
    }
}
