using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Projections;
using Blacklist.Domain.Appeals;
using NpgsqlTypes;

namespace Blacklist.Api.Appeals;

/// <summary>Appeals as the board shows them.</summary>
internal sealed class AppealView : Projection
{
    private static readonly ArrayStatement File = new(
        """
        INSERT INTO appeal (id, number, kind, listing_id, region, status, received_on, due, statement_id, version)
        SELECT id, number, kind, listing_id, region, 'filed', received_on, due, statement_id, version
          FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) AS filed (id, number, kind, listing_id, region, received_on, due, statement_id, version)
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Date, NpgsqlDbType.Date,
        NpgsqlDbType.Uuid, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Admit = new(
        """
        UPDATE appeal SET status = 'admitted', due = admitted.due, version = admitted.version
          FROM unnest($1, $2, $3) AS admitted (id, due, version) WHERE appeal.id = admitted.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Date, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Assign = new(
        """
        UPDATE appeal SET status = 'assigned', assigned_to = assigned.clerk, version = assigned.version
          FROM unnest($1, $2, $3) AS assigned (id, clerk, version) WHERE appeal.id = assigned.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Hear = new(
        """
        UPDATE appeal SET hearing_on = heard.held_on, version = heard.version
          FROM unnest($1, $2, $3) AS heard (id, held_on, version) WHERE appeal.id = heard.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Date, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Grow = new(
        "UPDATE appeal SET version = grown.version FROM unnest($1, $2) AS grown (id, version) WHERE appeal.id = grown.id",
        NpgsqlDbType.Uuid, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Close = new(
        """
        UPDATE appeal SET status = closed.status, remedy = closed.remedy, closed_on = closed.closed_on, due = NULL, hearing_on = NULL,
               version = closed.version
          FROM unnest($1, $2, $3, $4, $5) AS closed (id, status, remedy, closed_on, version) WHERE appeal.id = closed.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Date, NpgsqlDbType.Bigint);

    public AppealView()
        : base("appeal", version: 3)
    {
        On<AppealFiled>(File, (at, e) =>
            [at.StreamId, e.Number, EnumWords.Of(e.Kind), e.ListingId.Value, e.Region.Value, e.ReceivedOn, e.AdmitBy.Due, e.StatementId, at.Version]);
        On<AppealAdmitted>(Admit, (at, e) => [at.StreamId, e.DecideBy.Due, at.Version]);
        On<AppealAssigned>(Assign, (at, e) => [at.StreamId, e.AssignedTo.Value, at.Version]);
        On<AppealEvidenceRecorded>(Grow, (at, _) => [at.StreamId, at.Version]);
        On<HearingScheduled>(Hear, (at, e) => [at.StreamId, e.HeldOn, at.Version]);
        On<HearingRecorded>(Hear, (at, _) => [at.StreamId, null, at.Version]);
        On<AppealRejected>(Close, (at, e) => [at.StreamId, EnumWords.Of(AppealStatus.Rejected), null, e.RejectedOn, at.Version]);
        On<AppealDecided>(Close, (at, e) => [at.StreamId, EnumWords.Of(AppealStatus.Decided), EnumWords.Of(e.Remedy), e.DecidedOn, at.Version]);
        On<AppealWithdrawn>(Close, (at, e) => [at.StreamId, EnumWords.Of(AppealStatus.Withdrawn), null, e.WithdrawnOn, at.Version]);
    }

    public override string Schema =>
        $"""
        CREATE TABLE appeal (
          id           uuid   NOT NULL PRIMARY KEY,
          number       text   NOT NULL,
          kind         text   NOT NULL,
          listing_id   uuid   NOT NULL,
          region       text   NOT NULL,
          status       text   NOT NULL,
          received_on  date   NOT NULL,
          due          date   NULL,
          assigned_to  text   NULL,
          hearing_on   date   NULL,
          remedy       text   NULL,
          closed_on    date   NULL,
          statement_id uuid   NULL,
          version      bigint NOT NULL
        );
        CREATE UNIQUE INDEX appeal_has_one_number ON appeal (number);
        CREATE INDEX appeal_on_the_board ON appeal (coalesce(due, 'infinity'), number);
        CREATE INDEX appeal_against_a_listing ON appeal (listing_id);
        {Wall.Around("appeal", Wall.Region)}
        """;
}
