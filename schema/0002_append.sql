-- registry.append: the only way an event enters the log. One call stores a group of requests, all or none.
--
-- SECURITY DEFINER, so that the service's role needs no right to write the log's tables at all: positions without a gap,
-- versions without a fork and recorded times that never fall hold for whatever that role runs. The search_path is fixed,
-- as it must be for a function that runs with its owner's rights.
--
-- Arrays of one prefix belong together; *_requests says which request of the group (from 0) an element is of.
--   RG001  some requests may not be stored. The message is a JSON array of {request, kind, …}, one or more per offending request:
--            version   a stream is not where the request expects it (stream, actual)
--            stored    the request's events are in the log already (position of its last one): a repeat
--            answered  the client's key was answered before, for this request
--            key_used  the client's key was answered before, for another request
--   RG002  the caller keeps up other read models than this database has.
CREATE FUNCTION registry.append(
  read_models      text,
  stream_requests  integer[], stream_ids uuid[], stream_types text[], stream_versions bigint[], stream_additions bigint[],
  event_ids        uuid[], event_streams uuid[], event_versions bigint[], event_types text[], event_data text[], event_users text[],
  answer_requests  integer[], answer_clients text[], answer_keys text[], answer_macs bytea[], answer_statuses integer[],
  answer_locations text[], answer_bodies bytea[],
  OUT position_before bigint, OUT recorded_at timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  event_count bigint := cardinality(event_ids);
  installed text;
  sequence bigint;
  offences jsonb;
BEGIN
  -- Lock first, read second: from here to the commit nobody else appends. The queue of this lock is fair, so that answers that
  -- need the log to stand still for a moment (shared) and appends (exclusive) do not starve each other.
  PERFORM pg_advisory_xact_lock(registry.log_lock());
  UPDATE registry.log_position AS log
     SET position = log.position + event_count,
         recorded_at = greatest(clock_timestamp(), log.recorded_at)
  RETURNING log.position - event_count, log.recorded_at, log.read_models
       INTO position_before, recorded_at, installed;

  IF installed <> read_models THEN
    RAISE EXCEPTION 'This node keeps up other read models than the database has; it must be restarted or replaced.'
      USING ERRCODE = 'RG002';
  END IF;

  -- Look-ups are scalar subqueries: whatever the planner believes about the tables' size, each is one descent of an index.
  IF EXISTS (SELECT FROM unnest(stream_ids, stream_versions) AS s(id, version)
              WHERE s.version <> coalesce((SELECT known.version FROM registry.mt_streams AS known WHERE known.id = s.id), 0)) THEN
    SELECT jsonb_agg(jsonb_build_object('request', s.request, 'kind', 'version', 'stream', s.id, 'actual', s.actual))
      INTO offences
      FROM (SELECT given.request, given.id, given.version,
                   coalesce((SELECT known.version FROM registry.mt_streams AS known WHERE known.id = given.id), 0) AS actual
              FROM unnest(stream_requests, stream_ids, stream_versions) AS given(request, id, version)) AS s
     WHERE s.actual <> s.version;

    -- A repeat meets the version that it made itself, so only here the event ids need to be looked up.
    offences := offences || coalesce(
      (SELECT jsonb_agg(jsonb_build_object('request', repeat.request, 'kind', 'stored', 'position', repeat.position))
         FROM (SELECT s.request, max((SELECT stored.seq_id FROM registry.mt_events AS stored WHERE stored.id = e.id)) AS position
                 FROM unnest(event_ids, event_streams) AS e(id, stream)
                 JOIN unnest(stream_requests, stream_ids) AS s(request, id) ON s.id = e.stream
                GROUP BY s.request) AS repeat
        WHERE repeat.position IS NOT NULL), '[]');
  END IF;

  IF cardinality(answer_requests) > 0 THEN
    SELECT CASE WHEN count(*) = 0 THEN offences
                ELSE coalesce(offences, '[]') || jsonb_agg(jsonb_build_object('request', a.request,
                       'kind', CASE WHEN given.request_mac = a.mac THEN 'answered' ELSE 'key_used' END)) END
      INTO offences
      FROM unnest(answer_requests, answer_clients, answer_keys, answer_macs) AS a(request, client, key, mac)
      JOIN registry.keyed_answers AS given ON given.client = a.client AND given.key = a.key;
  END IF;

  IF offences IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'RG001', MESSAGE = offences::text;
  END IF;

  IF event_count > 0 THEN
    WITH grown AS (
      INSERT INTO registry.mt_streams AS known (id, type, version, timestamp, created)
      SELECT s.id, s.type, s.version + s.added, append.recorded_at, append.recorded_at
        FROM unnest(stream_ids, stream_types, stream_versions, stream_additions) AS s(id, type, version, added)
       WHERE s.added > 0
          ON CONFLICT (id) DO UPDATE SET version = excluded.version, timestamp = excluded.timestamp)
    INSERT INTO registry.mt_events (seq_id, id, stream_id, version, data, type, timestamp, user_name)
    SELECT append.position_before + e.ordinality, e.id, e.stream, e.version, e.data::jsonb, e.type, append.recorded_at, e.by
      FROM unnest(event_ids, event_streams, event_versions, event_data, event_types, event_users)
           WITH ORDINALITY AS e(id, stream, version, data, type, by, ordinality);

    -- Marten, should it ever append here, goes on after our last position.
    sequence := setval('registry.mt_events_sequence', position_before + event_count);
  END IF;

  IF cardinality(answer_requests) > 0 THEN
    INSERT INTO registry.keyed_answers (client, key, request_mac, status_code, location, body, position, created_at)
    SELECT a.client, a.key, a.mac, a.status, a.location, a.body, append.position_before + event_count, append.recorded_at
      FROM unnest(answer_clients, answer_keys, answer_macs, answer_statuses, answer_locations, answer_bodies)
           AS a(client, key, mac, status, location, body);
  END IF;
END
$$;

REVOKE ALL ON FUNCTION registry.append FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.append TO registry_app;
