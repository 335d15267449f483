using Blacklist.Api.Hosting;
using Blacklist.Api.Security.Walls;
using Blacklist.Tests.Vault;
using Npgsql;
using static Blacklist.Tests.Architecture.Code;

namespace Blacklist.Tests.Security.Walls;

/// <summary>The second wall (ADR 0034): what a caller may not see is not there, whatever a query forgets.</summary>
[Collection(WalledCollection.Name)]
public sealed class WallTests(WalledWorld walled)
{
    /// <summary>Tables whose rows belong to somebody, and which callers do not read at all: the registry does for itself.</summary>
    private static readonly Dictionary<string, string> ReadByTheRegistryOnly = new(StringComparer.Ordinal)
    {
        ["read_model.listed_person"] = "What nodes load their index of the whole country from.",
        ["read_model.listing_change"] = "What happened to them.",
        ["read_model.standing_finding"] = "What clerks found out about them.",
        ["read_model.known_organization"] = "The same of organizations, whose public list is everybody's.",
        ["read_model.known_disposition"] = "The same of the decisions on them.",
        ["read_model.deadline_subject"] = "Where a deadline's region comes from while it is projected.",
        ["read_model.caller_pause"] = "Whom every node refuses; administrators see callers of the own regions by their newest day.",
        ["security.daily_use"] = "Counts by caller; whose they are the newest day says, which a wall by rows could not know.",
        ["security.users"] = "Who signs in; administrators see those whose regions are all their own, which the endpoints judge.",
        ["security.api_clients"] = "The same of machines.",
        ["security.client_keys"] = "With which they prove themselves.",
        ["security.client_assertions"] = "Which of their proofs were used.",
        ["security.passkeys"] = "With which people do.",
        ["security.recovery_codes"] = "The same, once.",
        ["registry.keyed_answers"] = "What a repeated request is answered, by who asked and under which key.",
        ["registry.notices_due"] = "Work of a job.",
    };

    /// <summary>Classes outside the machinery that read as the registry itself.</summary>
    private static readonly Dictionary<string, string> ReadsForItself = new(StringComparer.Ordinal)
    {
        ["PaperRecord"] = "Bytes of a paper that the organization's own history names, which the endpoint has judged.",
        ["CallerRows"] = "Counts and pauses of callers.",
        ["AppealHandlerRows"] = "Accounts that may be given an appeal; which regions they answer for is judged for each.",
        ["AccountRows"] = "What accounts are called that a reader sees anyway.",
        ["ReadModelRows"] = "How large read models are.",
        ["AppealWordsRecord"] = "For the job.",
        ["DueDeadlineRows"] = "For the job.",
        ["CheckRecord"] = "Writes answers, and gives a repeated request its own.",
        ["DueNoticesRecord"] = "For the job.",
        ["EffectsRecord"] = "For the job, and for dry runs, which judge each check.",
        ["ApplicantFileRecord"] = "Receives files and works on them.",
        ["FileChunkRecord"] = "Sealed parts of a file that was found behind the wall.",
        ["ResultRows"] = "Answers to the rows of a file that was found behind the wall.",
        ["IndexRows"] = "The index of the whole country.",
        ["WatchRecord"] = "For the job: by keyed digests, whom checks asked about.",
        ["CheckMonthsRecord"] = "Drops months.",
        ["CheckSubjectRows"] = "Ids of checks that asked about a person; the checks are read behind the wall.",
        ["InForceRows"] = "For the job.",
        ["CallerDepartmentRows"] = "Names of departments for the person's own report.",
        ["LookedUpPersonRows"] = "References to a person's identities and files; what they say is read behind the wall.",
        ["PersonGroupRows"] = "References to all that is to be erased with a person.",
        ["PublicOrganizationRows"] = "The public list.",
    };

    [Fact]
    public async Task Each_table_shows_the_own_rows_and_nothing_to_callers_elsewhere_or_to_nobody()
    {
        foreach (var table in await Tables("EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND pg_get_expr(polqual, polrelid) <> 'true' AND polname = 'within_reach')"))
        {
            (await walled.Rows(table, ApiClientSamples.Clerk)).ShouldBeGreaterThan(0, table);
            (await walled.RowsElsewhere(table)).ShouldBe(0, table);
            (await walled.Rows(table, client: null)).ShouldBe(0, table);
            (await AsReader(table)).ShouldBe(0, table);
        }
    }

    [Fact]
    public async Task An_auditor_of_the_whole_country_is_kept_from_nothing_of_it()
    {
        foreach (var table in await Tables("relname IN ('listing', 'appeal', 'deadline', 'caller_notice', 'affected_checks', 'reexamination', 'banned_organization', 'eligibility_checks', 'entries')"))
        {
            (await walled.Rows(table, ApiClientSamples.Auditor)).ShouldBe(await walled.Node.Database.Owner.Scalar<long>($"SELECT count(*) FROM {table}"), table);
        }
    }

    /// <summary>Another department of the same region: <c>asked check</c> and <c>own thing</c> go by who asked.</summary>
    [Fact]
    public async Task Within_a_region_checks_and_notices_are_the_departments_own()
    {
        var (own, other) = (ApiClientSamples.Partner with { Id = "colleague" }, ApiClientSamples.Partner with { Id = "other", Department = "其他单位" });

        (await walled.Rows("registry.eligibility_checks", own)).ShouldBeGreaterThan(0);
        (await walled.Rows("read_model.reexamination", own)).ShouldBeGreaterThan(0);
        (await walled.Rows("read_model.caller_notice", own)).ShouldBe(0);
        foreach (var table in (string[])["registry.eligibility_checks", "read_model.reexamination", "read_model.caller_notice", "registry.affected_checks", "registry.applicant_files", "registry.check_keys"])
        {
            (await walled.Rows(table, other)).ShouldBe(0, table);
        }
    }

    [Fact]
    public async Task Who_reads_for_callers_reads_walled_tables_and_signed_roots_and_writes_nothing()
    {
        (await Tables("has_table_privilege('registry_reader', pg_class.oid, 'SELECT') AND NOT relrowsecurity")).ShouldBe(["registry.receipt_roots"]);
        (await Tables("has_table_privilege('registry_reader', pg_class.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_table_that_says_whose_its_rows_are_has_a_wall_or_a_reason() =>
        (await Tables(
            """
            NOT relrowsecurity AND NOT relispartition AND EXISTS (
              SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
                 AND attname IN ('region', 'regions', 'department', 'client', 'client_id', 'caller', 'user_id', 'organization_id', 'listing_id', 'notice_id', 'responsible_person_id'))
            """))
            .ShouldBe(ReadByTheRegistryOnly.Keys, ignoreOrder: true);

    [Fact]
    public void Whoever_reads_as_the_registry_itself_is_known_with_the_reason() =>
        TypesOf(ApiCode)
            .Where(type => !type.Name.EndsWith("View", StringComparison.Ordinal) && (type.Name.EndsWith("Rows", StringComparison.Ordinal) || type.Name.EndsWith("Record", StringComparison.Ordinal)))
            .Where(type => FolderOf(type) is not ("Audit" or "Security" or "Jobs" or "Receipts" or "Vault"))
            .Where(type => type.GetConstructors().Any(made => made.GetParameters().Any(given => given.ParameterType == typeof(NpgsqlDataSource) || given.ParameterType == typeof(RegistryDatabase))))
            .Select(type => type.Name).ShouldBe(ReadsForItself.Keys, ignoreOrder: true);

    /// <summary>A person's own report; what a case made otherwise; what a refusal rests on.</summary>
    [Fact]
    public void Whoever_reads_of_all_regions_is_known() =>
        TypesOf(ApiCode).Where(type => Architecture.Named.Members(type).Any(member => member.Name == nameof(WithinReach.CreateCommandOfAllRegions)))
            .Select(type => type.Name).ShouldBe(["AuditEntryRows", "CheckTrailRows", "CallerNoticeRows", "ListingRows"], ignoreOrder: true);

    /// <summary>A policy that asked more than the index knows would read every answer to count them.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Checks_are_counted_from_the_index_alone_behind_the_wall_too(bool ofOthers)
    {
        await using var connection = await walled.Node.Database.App.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(
            $"""
            SET LOCAL enable_seqscan = off;
            SET LOCAL enable_bitmapscan = off;
            CALL registry.read_for('somebody', '测试单位', ARRAY['1506%'], {ofOthers}, false);
            EXPLAIN SELECT verdict, count(*) FROM registry.eligibility_checks WHERE checked_at >= '2026-11-01' AND region LIKE ANY (ARRAY['1506%']) GROUP BY 1
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(0));
        }

        plan.Where(step => step.Contains(" on eligibility_checks", StringComparison.Ordinal)).ShouldAllBe(step => step.Contains("Index Only Scan", StringComparison.Ordinal), string.Join('\n', plan));
        plan.ShouldContain(step => step.Contains("Index Only Scan", StringComparison.Ordinal), string.Join('\n', plan));
    }

    private async Task<List<string>> Tables(string which)
    {
        await using var command = walled.Node.Database.Owner.CreateCommand(
            $"""
            SELECT relnamespace::regnamespace || '.' || relname FROM pg_class
             WHERE relkind IN ('r', 'p') AND relnamespace IN ('registry'::regnamespace, 'read_model'::regnamespace, 'security'::regnamespace, 'vault'::regnamespace, 'audit'::regnamespace)
               AND {which} ORDER BY 1
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    /// <summary>The role alone, and nobody said for whom.</summary>
    private async Task<long> AsReader(string table)
    {
        await using var connection = await walled.Node.Database.App.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand($"SET LOCAL ROLE registry_reader; SELECT count(*) FROM {table}", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
