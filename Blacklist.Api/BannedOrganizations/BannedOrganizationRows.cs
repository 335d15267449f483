using Blacklist.Api.Audit;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Security.Walls;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;
using Npgsql;

namespace Blacklist.Api.BannedOrganizations;

/// <summary>An organization as it stands.</summary>
/// <param name="Version">Send it as If-Match to decide on exactly this state.</param>
[Disclosed(DisclosureTier.Verdict)]
internal sealed record BannedOrganizationRow(
    Guid Id,
    string Name,
    IReadOnlyList<string> Aliases,
    string? CreditCode,
    UnlawfulKind? UnlawfulKind,
    OrganizationKind? RegisteredAs,
    int? CampaignCategory,
    RegionCode Region,
    string? Activities,
    string? Source,
    long Version);

/// <summary>An organization with what was decided on it.</summary>
[Disclosed(DisclosureTier.Verdict)]
internal sealed record BannedOrganizationDetails(
    BannedOrganizationRow Organization, IReadOnlyList<DispositionRow> Dispositions, IReadOnlyList<ResponsiblePersonRow> ResponsiblePersons);

internal sealed record DispositionRow(
    Guid Id, DispositionKind Kind, string DocumentNumber, DateOnly DecidedOn, string Authority, string? Grounds, DateOnly? AnnulledOn,
    PublicationRow? Publication);

/// <summary>How the decision stands on the public list.</summary>
/// <param name="Announcement">Number of the announcement 公告.</param>
/// <param name="WithdrawBy">Last day for the withdrawal that a change or an annulment demands.</param>
internal sealed record PublicationRow(
    PublicationStatus Status, string Announcement, DateOnly PublishedOn, DateOnly? WithdrawBy, DateOnly? WithdrawnOn, string? WithdrawalReasons);

/// <summary>A reference only: who it is stays in the vault.</summary>
/// <param name="IdentifiedBy">The strongest that the decision gives beside the name.</param>
/// <param name="NeedsCompletion">Neither the decision nor what was linked since gives a document number.</param>
internal sealed record ResponsiblePersonRow(Guid Id, Guid DispositionId, Part Part, IdentifiedBy IdentifiedBy, bool NeedsCompletion);

/// <summary>Reads the <see cref="BannedOrganizationView"/>.</summary>
internal sealed class BannedOrganizationRows(WithinReach database)
{
    private const string Columns =
        "id, name, aliases, credit_code, unlawful_kind, registered_as, campaign_category, region, activities, source, version";

    /// <summary>Nothing that links lead to, however far, gives a document number.</summary>
    private const string NeedsCompletion =
        """
        identified_by <> 'document' AND NOT EXISTS (
            WITH RECURSIVE linked (id) AS (
                SELECT responsible_person.person_id
                UNION
                SELECT CASE WHEN link.person_id = linked.id THEN link.identity_id ELSE link.person_id END
                  FROM linked JOIN responsible_person_completion AS link ON linked.id IN (link.person_id, link.identity_id))
            SELECT FROM linked JOIN responsible_person_completion AS link ON linked.id IN (link.person_id, link.identity_id) WHERE completes)
        """;

    public async Task<BannedOrganizationDetails?> Find(Guid id, CancellationToken cancellation)
    {
        var organizations = await Read($"SELECT {Columns} FROM banned_organization WHERE id = $1", id, Organization, cancellation);
        return organizations is not [var organization]
            ? null
            : new BannedOrganizationDetails(
                organization,
                await Read(
                    """
                    SELECT id, kind, document_number, decided_on, authority, grounds, annulled_on,
                           publication, announcement, published_on, withdraw_by, withdrawn_on, withdrawal_reasons
                      FROM disposition WHERE organization_id = $1 ORDER BY decided_on, id
                    """,
                    id, Disposition, cancellation),
                await Read(
                    $"SELECT id, disposition_id, part, identified_by, {NeedsCompletion} FROM responsible_person WHERE organization_id = $1 ORDER BY place",
                    id, Person, cancellation));
    }

    /// <param name="regions">The caller's regions; a row must lie in one of them.</param>
    /// <param name="query">Part of a name or alias.</param>
    /// <param name="after">Id after which the page begins; ids rise in the order of recording.</param>
    public async Task<IReadOnlyList<BannedOrganizationRow>> List(
        IEnumerable<RegionCode> regions, RegionCode? within, string? query, Guid after, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT {Columns} FROM banned_organization
             WHERE id > $1 AND region LIKE ANY ($2) AND region LIKE $3
               AND ($4::text IS NULL OR strpos(name, $4) > 0 OR EXISTS (SELECT FROM unnest(aliases) AS alias WHERE strpos(alias, $4) > 0))
             ORDER BY id LIMIT $5
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. regions.Select(region => region.Prefix + "%")] });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = within?.Prefix + "%" });
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = query?.Trim() });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        return await Read(command, Organization, cancellation);
    }

    public async Task<IReadOnlyDictionary<Guid, string>> Names(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT id, name FROM banned_organization WHERE id = ANY ($1)");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] });
        return (await Read(command, row => (Id: row.GetGuid(0), Name: row.GetString(1)), cancellation)).ToDictionary(row => row.Id, row => row.Name);
    }

    private async Task<List<T>> Read<T>(string sql, Guid id, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return await Read(command, row, cancellation);
    }

    private static async Task<List<T>> Read<T>(ReachCommand command, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    private static BannedOrganizationRow Organization(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetFieldValue<string[]>(2), Text(row, 3),
        Text(row, 4) is { } kind ? EnumWords.Read<UnlawfulKind>(kind) : null,
        Text(row, 5) is { } registered ? EnumWords.Read<OrganizationKind>(registered) : null,
        row.IsDBNull(6) ? null : row.GetInt32(6), RegionCode.Parse(row.GetString(7)).Value!, Text(row, 8), Text(row, 9), row.GetInt64(10));

    private static DispositionRow Disposition(NpgsqlDataReader row) => new(
        row.GetGuid(0), EnumWords.Read<DispositionKind>(row.GetString(1)), row.GetString(2), row.GetFieldValue<DateOnly>(3),
        row.GetString(4), Text(row, 5), row.GetFieldValue<DateOnly?>(6), Text(row, 7) is { } status ? Publication(row, status) : null);

    private static PublicationRow Publication(NpgsqlDataReader row, string status) => new(
        EnumWords.Read<PublicationStatus>(status), row.GetString(8), row.GetFieldValue<DateOnly>(9),
        row.GetFieldValue<DateOnly?>(10), row.GetFieldValue<DateOnly?>(11), Text(row, 12));

    private static ResponsiblePersonRow Person(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), EnumWords.Read<Part>(row.GetString(2)), EnumWords.Read<IdentifiedBy>(row.GetString(3)), row.GetBoolean(4));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
