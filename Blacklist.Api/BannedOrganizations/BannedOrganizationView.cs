using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Projections;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Persons;
using NpgsqlTypes;

namespace Blacklist.Api.BannedOrganizations;

/// <summary>Organizations, the decisions on them and the references of the persons these name.</summary>
internal sealed class BannedOrganizationView : Projection
{
    private static readonly ArrayStatement Record = new(
        """
        INSERT INTO banned_organization
               (id, name, aliases, credit_code, unlawful_kind, registered_as, campaign_category, region, activities, source, version)
        SELECT id, name, string_to_array(aliases, E'\x1f'), credit_code, unlawful_kind, registered_as, campaign_category, region, activities, source, version
          FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
               AS recorded (id, name, aliases, credit_code, unlawful_kind, registered_as, campaign_category, region, activities, source, version)
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text,
        NpgsqlDbType.Integer, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Dispose = new(
        """
        WITH decided AS (
          SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8)
                   AS decided (organization_id, id, kind, document_number, decided_on, authority, grounds, version)),
        grown AS (
          UPDATE banned_organization SET version = decided.version FROM decided WHERE banned_organization.id = decided.organization_id)
        INSERT INTO disposition (id, organization_id, kind, document_number, decided_on, authority, grounds)
        SELECT id, organization_id, kind, document_number, decided_on, authority, grounds FROM decided
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Date, NpgsqlDbType.Text,
        NpgsqlDbType.Text, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement NamePerson = new(
        """
        WITH named AS (
          SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7) AS named (organization_id, id, disposition_id, person_id, part, identified_by, version)),
        grown AS (
          UPDATE banned_organization SET version = newest.version
            FROM (SELECT organization_id, max(version) AS version FROM named GROUP BY organization_id) AS newest
           WHERE banned_organization.id = newest.organization_id)
        INSERT INTO responsible_person (id, organization_id, disposition_id, person_id, part, identified_by, place)
        SELECT id, organization_id, disposition_id, person_id, part, identified_by, version FROM named
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Bigint)
    { TakesSeveralOfAStream = true };

    private static readonly ArrayStatement Annul = new(
        """
        WITH annulled AS (
          SELECT * FROM unnest($1, $2, $3, $4) AS annulled (organization_id, id, annulled_on, version)),
        grown AS (
          UPDATE banned_organization SET version = annulled.version FROM annulled WHERE banned_organization.id = annulled.organization_id)
        UPDATE disposition SET annulled_on = annulled.annulled_on FROM annulled WHERE disposition.id = annulled.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Date, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Publish = new(
        """
        WITH published AS (
          SELECT * FROM unnest($1, $2, $3, $4, $5) AS published (organization_id, id, announcement, published_on, version)),
        grown AS (
          UPDATE banned_organization SET version = published.version FROM published WHERE banned_organization.id = published.organization_id)
        UPDATE disposition SET publication = 'published', announcement = published.announcement, published_on = published.published_on,
               withdraw_by = NULL, withdrawn_on = NULL, withdrawal_reasons = NULL
          FROM published WHERE disposition.id = published.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Date, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Demand = new(
        """
        WITH demanded AS (
          SELECT * FROM unnest($1, $2, $3, $4) AS demanded (organization_id, id, withdraw_by, version)),
        grown AS (
          UPDATE banned_organization SET version = demanded.version FROM demanded WHERE banned_organization.id = demanded.organization_id)
        UPDATE disposition SET publication = 'toBeWithdrawn', withdraw_by = demanded.withdraw_by FROM demanded WHERE disposition.id = demanded.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Date, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Withdraw = new(
        """
        WITH withdrawn AS (
          SELECT * FROM unnest($1, $2, $3, $4, $5) AS withdrawn (organization_id, id, withdrawn_on, reasons, version)),
        grown AS (
          UPDATE banned_organization SET version = withdrawn.version FROM withdrawn WHERE banned_organization.id = withdrawn.organization_id)
        UPDATE disposition SET publication = 'withdrawn', withdrawn_on = withdrawn.withdrawn_on, withdrawal_reasons = withdrawn.reasons
          FROM withdrawn WHERE disposition.id = withdrawn.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Date, NpgsqlDbType.Text, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Advance = new(
        "UPDATE banned_organization SET version = advanced.version FROM unnest($1, $2) AS advanced (id, version) WHERE banned_organization.id = advanced.id",
        NpgsqlDbType.Uuid, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Link = new(
        """
        INSERT INTO responsible_person_completion (person_id, identity_id, completes) SELECT * FROM unnest($1, $2, $3)
            ON CONFLICT (person_id, identity_id) DO UPDATE SET completes = excluded.completes
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Boolean);

    private static readonly ArrayStatement Unlink = new(
        """
        DELETE FROM responsible_person_completion USING unnest($1, $2) AS gone (person_id, identity_id)
         WHERE responsible_person_completion.person_id = gone.person_id AND responsible_person_completion.identity_id = gone.identity_id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid);

    public BannedOrganizationView()
        : base("banned_organization", version: 2)
    {
        On<BannedOrganizationRecorded>(Record, (at, e) =>
        [
            at.StreamId, e.Name, string.Join('\u001f', e.Aliases), e.CreditCode, EnumWords.Of(e.UnlawfulKind), EnumWords.Of(e.RegisteredAs), e.CampaignCategory,
            e.Region.Value, e.Activities, e.Source, at.Version,
        ]);
        On<DispositionRecorded>(Dispose, (at, e) =>
            [at.StreamId, e.DispositionId, EnumWords.Of(e.Kind), e.DocumentNumber, e.DecidedOn, e.Authority, e.Grounds, at.Version]);
        On<ResponsiblePersonNamed>(NamePerson, (at, e) =>
            [at.StreamId, e.ResponsiblePersonId, e.DispositionId, e.PersonId.Value, EnumWords.Of(e.Part), EnumWords.Of(e.IdentifiedBy), at.Version]);
        On<DispositionAnnulled>(Annul, (at, e) => [at.StreamId, e.DispositionId, e.AnnulledOn, at.Version]);
        On<DispositionPublished>(Publish, (at, e) => [at.StreamId, e.DispositionId, e.DocumentNumber, e.PublishedOn, at.Version]);
        On<WithdrawalDemanded>(Demand, (at, e) => [at.StreamId, e.DispositionId, e.WithdrawBy?.Due, at.Version]);
        On<PublicationWithdrawn>(Withdraw, (at, e) => [at.StreamId, e.DispositionId, e.WithdrawnOn, e.Reasons, at.Version]);
        On<PaperAttached>(Advance, (at, _) => [at.StreamId, at.Version]);
        On<IdentityLinked>(Link, (at, e) => [at.StreamId, e.IdentityId.Value, !e.IdentifiedBy.NeedsCompletion()]);
        On<IdentityUnlinked>(Unlink, (at, e) => [at.StreamId, e.IdentityId.Value]);
    }

    /// <summary>Whoever sees the organization.</summary>
    private const string OfAnOrganization = "EXISTS (SELECT FROM banned_organization WHERE banned_organization.id = organization_id)";

    public override string Schema =>
        $"""
        CREATE TABLE banned_organization (
          id                uuid   NOT NULL PRIMARY KEY,
          name              text   NOT NULL,
          aliases           text[] NOT NULL,
          credit_code       text   NULL,
          unlawful_kind     text   NULL,
          registered_as     text   NULL,
          campaign_category int    NULL,
          region            text   NOT NULL,
          activities        text   NULL,
          source            text   NULL,
          version           bigint NOT NULL
        );
        CREATE INDEX banned_organization_by_region ON banned_organization (region);
        CREATE TABLE disposition (
          id                 uuid NOT NULL PRIMARY KEY,
          organization_id    uuid NOT NULL,
          kind               text NOT NULL,
          document_number    text NOT NULL,
          decided_on         date NOT NULL,
          authority          text NOT NULL,
          grounds            text NULL,
          annulled_on        date NULL,
          publication        text NULL,
          announcement       text NULL,
          published_on       date NULL,
          withdraw_by        date NULL,
          withdrawn_on       date NULL,
          withdrawal_reasons text NULL
        );
        CREATE INDEX disposition_of_an_organization ON disposition (organization_id);
        CREATE TABLE responsible_person (
          id              uuid   NOT NULL PRIMARY KEY,
          organization_id uuid   NOT NULL,
          disposition_id  uuid   NOT NULL,
          person_id       uuid   NOT NULL,
          part            text   NOT NULL,
          identified_by   text   NOT NULL,
          place           bigint NOT NULL
        );
        CREATE INDEX responsible_person_of_an_organization ON responsible_person (organization_id);
        CREATE TABLE responsible_person_completion (
          person_id   uuid    NOT NULL,
          identity_id uuid    NOT NULL,
          completes   boolean NOT NULL,
          PRIMARY KEY (person_id, identity_id)
        );
        CREATE INDEX responsible_person_completion_backwards ON responsible_person_completion (identity_id);
        {Wall.Around("banned_organization", Wall.Region)}
        {Wall.Around("disposition", OfAnOrganization)}
        {Wall.Around("responsible_person", OfAnOrganization)}
        {Wall.Around("responsible_person_completion", Wall.None)}
        """;
}
