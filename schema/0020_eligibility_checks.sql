-- Every answer the registry ever gave. An answer is stored before it is given, and only if it saw everything that was
-- acknowledged before its question came (ADR 0010).

CREATE TABLE registry.eligibility_checks (
  id                    uuid        NOT NULL,
  checked_at            timestamptz NOT NULL,
  client                text        NOT NULL,
  application_reference text        NOT NULL,
  region                text        NOT NULL,
  verdict               smallint    NOT NULL,
  log_position          bigint      NOT NULL,
  recorded_position     bigint      NOT NULL,
  answer                bytea       NOT NULL,
  question              bytea       NOT NULL,
  CONSTRAINT pk_eligibility_checks PRIMARY KEY (id, checked_at),
  CONSTRAINT verdict_is_eligible_review_or_restricted CHECK (verdict IN (0, 1, 2)),
  CONSTRAINT answer_is_not_ahead_of_the_log CHECK (log_position <= recorded_position)
) PARTITION BY RANGE (checked_at);
COMMENT ON COLUMN registry.eligibility_checks.log_position IS 'What the answer saw of the log.';
COMMENT ON COLUMN registry.eligibility_checks.recorded_position IS
  'Where the log stood when the answer was stored; events between the two came while the question was under way.';
COMMENT ON COLUMN registry.eligibility_checks.answer IS 'The exact bytes that were answered; no personal data.';
COMMENT ON COLUMN registry.eligibility_checks.question IS 'What was asked, sealed by the identity vault under a key of its own.';

CREATE TABLE registry.eligibility_checks_of_no_month PARTITION OF registry.eligibility_checks DEFAULT;

-- The partition of the month of p_day and of the month after it, made ahead of need. Months are UTC months of checked_at.
CREATE FUNCTION registry.ensure_check_partitions(p_day date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  first date;
  name text;
BEGIN
  FOREACH first IN ARRAY ARRAY[date_trunc('month', p_day)::date, (date_trunc('month', p_day) + interval '1 month')::date] LOOP
    name := 'eligibility_checks_' || to_char(first, 'YYYY_MM');
    IF to_regclass('registry.' || name) IS NULL THEN
      -- Two nodes may start at once.
      PERFORM pg_advisory_xact_lock(hashtext('registry.ensure_check_partitions'));
      EXECUTE format(
        'CREATE TABLE IF NOT EXISTS registry.%I PARTITION OF registry.eligibility_checks FOR VALUES FROM (%L) TO (%L)',
        name, first::text || ' 00:00:00+00', (first + interval '1 month')::date::text || ' 00:00:00+00');
    END IF;
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION registry.ensure_check_partitions FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.ensure_check_partitions TO registry_app;

-- The caller's Idempotency-Key of a check: the same key and request give the same answer and one record.
CREATE TABLE registry.check_keys (
  client      text        NOT NULL,
  key         text        NOT NULL,
  request_mac bytea       NOT NULL,
  check_id    uuid        NOT NULL,
  checked_at  timestamptz NOT NULL,
  CONSTRAINT pk_check_keys PRIMARY KEY (client, key)
);

-- Stores a group of answers, each of which saw the log up to its position, if the log still stands at the lowest of these, or
-- if that is at least p_floor: a position that was read after every question of the group had come. Otherwise stores none and
-- says where the log is.
-- Lock first, read second: the shared lock keeps appends out until the commit, and an append that waits for it is served
-- before checks that come later. Answers whose key was used before are left out and reported by their place (from 1).
CREATE FUNCTION registry.record_checks(
  p_floor      bigint, p_positions bigint[],
  p_ids        uuid[], p_times timestamptz[], p_clients text[], p_references text[], p_regions text[],
  p_verdicts   smallint[], p_answers bytea[], p_questions bytea[], p_keys text[], p_macs bytea[],
  OUT stored boolean, OUT log_position bigint, OUT known_keys integer[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  lowest bigint := (SELECT min(position) FROM unnest(p_positions) AS position);
BEGIN
  PERFORM pg_advisory_xact_lock_shared(registry.log_lock());
  SELECT log.position INTO log_position FROM registry.log_position AS log;
  stored := lowest = log_position OR lowest >= p_floor;
  IF NOT stored THEN
    RETURN;
  END IF;

  IF cardinality(array_remove(p_keys, NULL)) > 0 THEN
    WITH taken AS (
      INSERT INTO registry.check_keys (client, key, request_mac, check_id, checked_at)
      SELECT c.client, c.key, c.mac, c.id, c.time
        FROM unnest(p_clients, p_keys, p_macs, p_ids, p_times) AS c(client, key, mac, id, time)
       WHERE c.key IS NOT NULL
       ORDER BY c.client, c.key
          ON CONFLICT (client, key) DO NOTHING
      RETURNING check_id)
    SELECT array_agg(c.place::integer) INTO known_keys
      FROM unnest(p_ids, p_keys) WITH ORDINALITY AS c(id, key, place)
     WHERE c.key IS NOT NULL AND c.id NOT IN (SELECT check_id FROM taken);
  END IF;

  INSERT INTO registry.eligibility_checks
    (id, checked_at, client, application_reference, region, verdict, log_position, recorded_position, answer, question)
  SELECT c.id, c.time, c.client, c.reference, c.region, c.verdict, c.position, record_checks.log_position, c.answer, c.question
    FROM unnest(p_positions, p_ids, p_times, p_clients, p_references, p_regions, p_verdicts, p_answers, p_questions)
         WITH ORDINALITY AS c(position, id, time, client, reference, region, verdict, answer, question, place)
   WHERE known_keys IS NULL OR c.place <> ALL (known_keys);
END
$$;
REVOKE ALL ON FUNCTION registry.record_checks FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.record_checks TO registry_app;
GRANT SELECT ON registry.eligibility_checks, registry.check_keys TO registry_app;
