using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Blacklist.Api.Audit;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Security.Walls;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;
using Npgsql;

namespace Blacklist.Api.Listings;

/// <summary>A listing as it stands.</summary>
/// <param name="NoticeServedOn">The day from which the notice counts as served.</param>
/// <param name="AnnouncedOn">The day of the announcement of a public notice.</param>
/// <param name="EndsOn">Last day of any restriction by it, where a variation says so; the terms of the rules otherwise.</param>
/// <param name="SuspendedFrom">First day on which its effect rests, of the suspension recorded last.</param>
/// <param name="SuspendedUntil">Last day on which its effect rests; null until it is ended.</param>
/// <param name="RepairedOn">First day without effect, after credit repair.</param>
/// <param name="LapsedOn">First day without effect, after its last term; recorded after the fact.</param>
/// <param name="Disputed">An appeal against it is open.</param>
/// <param name="NeedsCompletion">No document number is known of the person: namesakes are sent to a human until one is linked.</param>
/// <param name="Version">Send it as If-Match to decide on exactly this state.</param>
/// <param name="File">What was said and shown; only where one listing is asked for.</param>
[Disclosed(DisclosureTier.CaseFile)]
internal sealed record ListingRow(
    Guid Id,
    string Number,
    Guid BannedOrganizationId,
    Guid ResponsiblePersonId,
    Part Part,
    DispositionKind Disposition,
    DateOnly DispositionDate,
    string DispositionDocument,
    RegionCode Region,
    ListingStatus Status,
    DateOnly? NoticeServedOn,
    DateOnly? AnnouncedOn,
    DateOnly? StatementUntil,
    StatementKind? Statement,
    DateOnly? DecidedOn,
    DateOnly? AnnulledOn,
    DateOnly? EndsOn,
    DateOnly? SuspendedFrom,
    DateOnly? SuspendedUntil,
    DateOnly? RepairedOn,
    DateOnly? LapsedOn,
    bool Disputed,
    bool NeedsCompletion,
    long Version,
    ListingFile? File = null);

/// <summary>Where a listing stands on the work list: by the day until which the person may answer, those without one last, then by number.</summary>
internal sealed record WorkPlace(DateOnly? Until, string Number) : IParsable<WorkPlace>
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string NoDay = "-";

    public static WorkPlace Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var place) ? place : throw new FormatException("This is no place on the work list.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out WorkPlace result)
    {
        result = s?.Split(' ') switch
        {
            [NoDay, { Length: > 0 } number] => new WorkPlace(null, number),
            [var day, { Length: > 0 } number] when DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) =>
                new WorkPlace(until, number),
            _ => null,
        };
        return result is not null;
    }

    public override string ToString() => $"{Until?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? NoDay} {Number}";
}

/// <summary>Which part of the work list is asked for.</summary>
/// <param name="Within">Null for everywhere.</param>
internal sealed record WorkFilter(ListingStatus Status, RegionCode? Within = null)
{
    /// <summary>In the region itself, and in no part of it.</summary>
    public bool Alone { get; init; }

    /// <summary>Only those whose terms depend on any of this; null for all.</summary>
    public IReadOnlyList<ListingTerm>? Terms { get; init; }

    /// <summary>The first of the regions' codes.</summary>
    public string From => Within is null ? "" : Alone ? Within.Value : Within.Prefix;

    /// <summary>All of them come before it: no digit comes after a nine.</summary>
    public string Before => From + ":";
}

/// <summary>What the terms of a listing depend on, beside the rules.</summary>
/// <param name="EndsOn">Last day of any restriction, where a variation says so.</param>
internal sealed record ListingTerm(DispositionKind Disposition, Part Part, OrganizationKind? RegisteredAs, DateOnly DispositionDate, DateOnly? EndsOn);

internal sealed record TermCount(ListingTerm Term, long Count);

/// <summary>Reads the <see cref="ListingView"/>.</summary>
internal sealed class ListingRows(WithinReach database)
{
    private const string Columns =
        """
        id, number, organization_id, responsible_person_id, part, disposition, disposition_date, disposition_document, region, status,
        notice_served_on, announced_on, statement_until, statement, decided_on, annulled_on,
        ends_on, suspended_from, suspended_until, repaired_on, lapsed_on, cardinality(disputes) > 0, version,
        identified_by <> 'document' AND NOT EXISTS (
            WITH RECURSIVE linked (id) AS (
                SELECT listing.person_id
                UNION
                SELECT CASE WHEN link.person_id = linked.id THEN link.identity_id ELSE link.person_id END
                  FROM linked JOIN listing_completion AS link ON linked.id IN (link.person_id, link.identity_id))
            SELECT FROM linked JOIN listing_completion AS link ON linked.id IN (link.person_id, link.identity_id) WHERE completes)
        """;

    private const string ByNumber = "SELECT id FROM listing WHERE number = $1";

    private const string OfTerms =
        """
        JOIN unnest($7, $8, $9, $10, $11) AS term (disposition, part, registered_as, disposition_date, ends_on)
          ON listing.disposition = term.disposition AND listing.part = term.part AND listing.disposition_date = term.disposition_date
         AND listing.registered_as IS NOT DISTINCT FROM term.registered_as AND listing.ends_on IS NOT DISTINCT FROM term.ends_on
        """;

    public async Task<ListingRow?> Find(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"SELECT {Columns} FROM listing WHERE id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return (await Read(command, cancellation)).FirstOrDefault();
    }

    /// <summary>What the terms of the listings in force depend on, and how many depend on the same.</summary>
    public async Task<IReadOnlyList<TermCount>> Terms(IEnumerable<RegionCode> regions, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            SELECT disposition, part, registered_as, disposition_date, ends_on, count(*) FROM listing
             WHERE status = 'inForce' AND region LIKE ANY ($1) GROUP BY 1, 2, 3, 4, 5
            """);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. regions.Select(Pattern)] });
        var terms = new List<TermCount>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            terms.Add(new TermCount(
                new ListingTerm(
                    EnumWords.Read<DispositionKind>(reader.GetString(0)), EnumWords.Read<Part>(reader.GetString(1)),
                    reader.IsDBNull(2) ? null : EnumWords.Read<OrganizationKind>(reader.GetString(2)), reader.GetFieldValue<DateOnly>(3), Day(reader, 4)),
                reader.GetInt64(5)));
        }

        return terms;
    }

    /// <summary>In order of the day until which the person may answer, those without one last: whose turn to be decided comes next.</summary>
    /// <param name="after">Place after which the page begins.</param>
    public async Task<IReadOnlyList<ListingRow>> WorkList(
        IEnumerable<RegionCode> regions, WorkFilter filter, WorkPlace? after, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT {Columns} FROM listing JOIN ( -- an index says which, by comparisons that PostgreSQL trusts behind a wall: the rows are read of one page only
                SELECT id FROM listing {(filter.Terms is null ? "" : OfTerms)}
                 WHERE region LIKE ANY ($1) AND region ~>=~ $2 AND region ~<~ $12 AND status = $3
                   AND ($5::text IS NULL OR (coalesce(statement_until, 'infinity'), number) > (coalesce($4, 'infinity'), $5))
                 ORDER BY coalesce(statement_until, 'infinity'), number LIMIT $6) AS page USING (id)
             ORDER BY coalesce(statement_until, 'infinity'), number
            """);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. regions.Select(Pattern)] });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = filter.From });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = EnumWords.Of(filter.Status) });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)after?.Until ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date });
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = after?.Number });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        AddTerms(command, filter.Terms ?? []);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = filter.Before });
        return await Read(command, cancellation);
    }

    /// <summary>Whom listings are about, by reference.</summary>
    public async Task<IReadOnlyDictionary<Guid, PersonId>> PersonsOf(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT id, person_id FROM listing WHERE id = ANY ($1)");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] });
        var persons = new Dictionary<Guid, PersonId>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            persons.Add(reader.GetGuid(0), new PersonId(reader.GetGuid(1)));
        }

        return persons;
    }

    /// <returns>Null when no listing has the number, or none within the caller's reach.</returns>
    public Task<Guid?> IdOf(string number, CancellationToken cancellation) => IdOf(database.CreateCommand(ByNumber), number, cancellation);

    /// <summary>Of any region: a refusal is explained by the listings that it rests on, wherever they arose.</summary>
    public Task<Guid?> IdOfGround(string number, CancellationToken cancellation) => IdOf(database.CreateCommandOfAllRegions(ByNumber), number, cancellation);

    private static async Task<Guid?> IdOf(ReachCommand byNumber, string number, CancellationToken cancellation)
    {
        await using var command = byNumber;
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number });
        return await command.ExecuteScalarAsync(cancellation) as Guid?;
    }

    /// <param name="regions">The caller's regions; a row must lie in one of them.</param>
    /// <param name="after">Listing number after which the page begins.</param>
    public async Task<IReadOnlyList<ListingRow>> List(
        IEnumerable<RegionCode> regions, RegionCode? within, ListingStatus? status, Guid? organization, string after, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT {Columns} FROM listing
             WHERE number > $1 AND region LIKE ANY ($2) AND region LIKE $3
               AND ($4::text IS NULL OR status = $4) AND ($5::uuid IS NULL OR organization_id = $5)
             ORDER BY number LIMIT $6
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. regions.Select(Pattern)] });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = within is null ? "%" : Pattern(within) });
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = EnumWords.Of(status) });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)organization ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        return await Read(command, cancellation);
    }

    private static void AddTerms(ReachCommand command, IReadOnlyList<ListingTerm> terms) => command.Parameters.AddRange(new NpgsqlParameter[]
    {
        new NpgsqlParameter<string[]> { TypedValue = [.. terms.Select(term => EnumWords.Of(term.Disposition))] },
        new NpgsqlParameter<string[]> { TypedValue = [.. terms.Select(term => EnumWords.Of(term.Part))] },
        new NpgsqlParameter<string?[]> { TypedValue = [.. terms.Select(term => EnumWords.Of(term.RegisteredAs))] },
        new NpgsqlParameter<DateOnly[]> { TypedValue = [.. terms.Select(term => term.DispositionDate)] },
        new NpgsqlParameter<DateOnly?[]> { TypedValue = [.. terms.Select(term => term.EndsOn)] },
    });

    private static string Pattern(RegionCode region) => region.Prefix + "%";

    private static async Task<List<ListingRow>> Read(ReachCommand command, CancellationToken cancellation)
    {
        var rows = new List<ListingRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new ListingRow(
                reader.GetGuid(0), reader.GetString(1), reader.GetGuid(2), reader.GetGuid(3),
                EnumWords.Read<Part>(reader.GetString(4)), EnumWords.Read<DispositionKind>(reader.GetString(5)),
                reader.GetFieldValue<DateOnly>(6), reader.GetString(7), RegionCode.Parse(reader.GetString(8)).Value!,
                EnumWords.Read<ListingStatus>(reader.GetString(9)), Day(reader, 10), Day(reader, 11), Day(reader, 12),
                reader.IsDBNull(13) ? null : EnumWords.Read<StatementKind>(reader.GetString(13)),
                Day(reader, 14), Day(reader, 15), Day(reader, 16), Day(reader, 17), Day(reader, 18), Day(reader, 19), Day(reader, 20),
                reader.GetBoolean(21), reader.GetBoolean(23), reader.GetInt64(22)));
        }

        return rows;
    }

    private static DateOnly? Day(NpgsqlDataReader reader, int column) => reader.GetFieldValue<DateOnly?>(column);
}
