-- The event log in the table layout of Marten 9 (guid streams, event metadata columns on, unique index on the event id):
-- a site that has Marten opens the same tables. Names, types and nullability are Marten's; ADR 0002.

CREATE TABLE registry.mt_streams (
  id          uuid        NOT NULL,
  type        varchar     NULL,
  version     bigint      NULL,
  timestamp   timestamptz NOT NULL DEFAULT now(),
  created     timestamptz NOT NULL DEFAULT now(),
  tenant_id   varchar     NULL DEFAULT '*DEFAULT*',
  is_archived boolean     NULL DEFAULT false,
  CONSTRAINT pkey_mt_streams_id PRIMARY KEY (id)
);

CREATE TABLE registry.mt_events (
  seq_id         bigint       NOT NULL,
  id             uuid         NOT NULL,
  stream_id      uuid         NULL,
  version        bigint       NOT NULL,
  data           jsonb        NOT NULL,
  bdata          bytea        NULL,
  type           varchar(500) NOT NULL,
  timestamp      timestamptz  NOT NULL DEFAULT now(),
  tenant_id      varchar      NULL DEFAULT '*DEFAULT*',
  mt_dotnet_type varchar      NULL,
  correlation_id varchar      NULL,
  causation_id   varchar      NULL,
  headers        jsonb        NULL,
  user_name      varchar      NULL,
  is_archived    boolean      NULL DEFAULT false,
  CONSTRAINT pkey_mt_events_seq_id PRIMARY KEY (seq_id),
  CONSTRAINT fkey_mt_events_stream_id FOREIGN KEY (stream_id) REFERENCES registry.mt_streams (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON registry.mt_events (stream_id, version);
CREATE UNIQUE INDEX idx_mt_events_event_id ON registry.mt_events (id);

CREATE SEQUENCE registry.mt_events_sequence OWNED BY registry.mt_events.seq_id;

CREATE TABLE registry.mt_event_progression (
  name         varchar     NOT NULL,
  last_seq_id  bigint      NULL,
  last_updated timestamptz NULL DEFAULT transaction_timestamp(),
  CONSTRAINT pk_mt_event_progression PRIMARY KEY (name)
);

-- The one order: every append takes its positions from this row first and holds it until commit (ADR 0005).
-- Half-empty pages keep the row's many versions on one page, where they are pruned on the fly.
CREATE TABLE registry.log_position (
  single      boolean     NOT NULL DEFAULT true,
  position    bigint      NOT NULL,
  recorded_at timestamptz NOT NULL,
  read_models text        NOT NULL DEFAULT '',
  CONSTRAINT pk_log_position PRIMARY KEY (single),
  CONSTRAINT log_position_has_one_row CHECK (single),
  CONSTRAINT log_position_is_not_negative CHECK (position >= 0)
) WITH (fillfactor = 10);
COMMENT ON COLUMN registry.log_position.read_models IS
  'Digest of the read models that every append keeps up; an append by a node with others is refused (ADR 0007).';
INSERT INTO registry.log_position (position, recorded_at) VALUES (0, '-infinity');

-- Key of the advisory lock that an append takes exclusively and the recording of answers takes shared.
CREATE FUNCTION registry.log_lock() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT 7020431120861';
GRANT EXECUTE ON FUNCTION registry.log_lock TO registry_app;

-- What a write with an Idempotency-Key was answered. Both the key, in which a caller may have written
-- anything, and the request are kept as keyed digests only.
CREATE TABLE registry.keyed_answers (
  client      text        NOT NULL,
  key         text        NOT NULL,
  request_mac bytea       NOT NULL,
  status_code integer     NOT NULL,
  location    text        NULL,
  body        bytea       NOT NULL,
  position    bigint      NOT NULL,
  created_at  timestamptz NOT NULL,
  CONSTRAINT pk_keyed_answers PRIMARY KEY (client, key)
);

-- Facts stay. The service's role has no right to change them anyway; this also stops an owner's slip of the hand.
CREATE FUNCTION registry.refuse_to_change_the_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Events are facts: % on %.% is refused.', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'RG003';
END
$$;

CREATE TRIGGER events_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.mt_events
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_to_change_the_log();
CREATE TRIGGER streams_are_never_removed BEFORE DELETE OR TRUNCATE ON registry.mt_streams
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_to_change_the_log();

GRANT USAGE ON SCHEMA registry TO registry_app;
GRANT SELECT ON registry.mt_streams, registry.mt_events, registry.mt_events_sequence, registry.mt_event_progression,
  registry.log_position, registry.keyed_answers TO registry_app;
