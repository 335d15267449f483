-- record_checks of 0083. What saw more than the log holds is not stored: a server that was put back to an earlier state knows nothing of it.
CREATE OR REPLACE FUNCTION registry.record_checks(
  p_floor      bigint,
  p_ids        uuid[], p_times timestamptz[], p_clients text[], p_references text[], p_regions text[],
  p_verdicts   smallint[], p_answers bytea[], p_questions bytea[], p_identities bytea[], p_keys text[], p_macs bytea[],
  p_reliable   date[], p_commitments bytea[],
  p_chain      uuid, p_number bigint, p_previous bytea, p_head bytea, p_position bigint, p_leaves bytea, p_kid text, p_signature bytea,
  OUT stored boolean, OUT log_position bigint, OUT known_keys integer[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(registry.log_lock());
  SELECT log.position INTO log_position FROM registry.log_position AS log;
  stored := p_position = log_position OR (p_position >= p_floor AND p_position < log_position);
  IF NOT stored THEN
    RETURN;
  END IF;

  IF p_keys IS NOT NULL THEN
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

  -- Answers that are left out stay leaves of the tree: it was signed before anybody knew.
  INSERT INTO registry.receipt_roots (chain, number, previous, head, position, leaves, kid, signature)
  VALUES (p_chain, p_number, p_previous, p_head, p_position, p_leaves, p_kid, p_signature);

  INSERT INTO registry.eligibility_checks
    (id, checked_at, client, application_reference, region, verdict, log_position, recorded_position, answer, question,
     root_chain, root_number, leaf, reliable_until, commitments)
  SELECT c.id, c.time, c.client, c.reference, c.region, c.verdict, p_position, record_checks.log_position, c.answer, c.question,
         p_chain, p_number, c.place - 1, c.reliable_until, c.commitments
    FROM unnest(p_ids, p_times, p_clients, p_references, p_regions, p_verdicts, p_answers, p_questions, p_reliable, p_commitments)
         WITH ORDINALITY AS c(id, time, client, reference, region, verdict, answer, question, reliable_until, commitments, place)
   WHERE known_keys IS NULL OR c.place <> ALL (known_keys);

  -- An answer that did not see the whole log has missed something, which the work on effects has to look at.
  PERFORM pg_advisory_xact_lock_shared(registry.watch_lock());
  WITH asked AS MATERIALIZED (
    SELECT placed.id, placed.applicant,
           CASE WHEN p_position = record_checks.log_position THEN
             (SELECT known.person FROM registry.asked_persons AS known WHERE known.identity = substr(placed.identities, placed.applicant * 32 + 1, 32))
           END AS person
      FROM (SELECT c.id, c.identities, generate_series(0, octet_length(c.identities) / 32 - 1) AS applicant
              FROM unnest(p_ids, p_identities) WITH ORDINALITY AS c(id, identities, place)
             WHERE known_keys IS NULL OR c.place <> ALL (known_keys)) AS placed),
  watched AS (
    INSERT INTO registry.check_subjects (check_id, applicant, log_position, person)
    SELECT id, applicant, p_position, person FROM asked WHERE person IS NOT NULL)
  INSERT INTO registry.unwatched_checks (check_id) SELECT DISTINCT id FROM asked WHERE person IS NULL;
END
$$;

-- Keys come and go in the order of time: where a month's lie is known without an entry for each.
CREATE INDEX check_keys_by_time ON registry.check_keys USING brin (checked_at) WITH (pages_per_range = 16, autosummarize = on);

-- forget_check_month of 0083, page by page and by indexes alone: a month is gone through once, and checks wait for nobody but for the few milliseconds in which persons are
-- forgotten whom nobody else asked about. Gives the last check of the page, to go on after; null when none is left.
DROP FUNCTION registry.forget_check_month;
CREATE FUNCTION registry.forget_check_month(p_month date, p_after uuid, p_most integer) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS $$
DECLARE
  checks uuid[];
  persons bigint[];
  first timestamptz;
  last timestamptz;
BEGIN
  EXECUTE format(
    'SELECT array_agg(id ORDER BY id), min(checked_at), max(checked_at) FROM (SELECT id, checked_at FROM registry.%I WHERE id > $1 ORDER BY id LIMIT $2) AS page',
    'eligibility_checks_' || to_char(p_month, 'YYYY_MM')) INTO checks, first, last USING p_after, p_most;
  IF checks IS NULL THEN
    RETURN NULL;
  END IF;

  PERFORM FROM registry.effects_progress FOR UPDATE;
  DELETE FROM registry.check_keys WHERE checked_at BETWEEN first AND last;
  DELETE FROM registry.unwatched_checks WHERE check_id = ANY (checks);
  WITH gone AS (DELETE FROM registry.check_subjects WHERE check_id = ANY (checks) RETURNING person)
  SELECT array_agg(DISTINCT gone.person) INTO persons FROM gone;

  SELECT array_agg(asked.person) INTO persons FROM unnest(persons) AS asked (person)
   WHERE NOT EXISTS (SELECT FROM registry.check_subjects AS other WHERE other.person = asked.person);
  IF persons IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock(registry.watch_lock());
    DELETE FROM registry.asked_persons AS asked
     WHERE asked.person = ANY (persons) AND NOT EXISTS (SELECT FROM registry.check_subjects AS other WHERE other.person = asked.person);
  END IF;

  RETURN checks[array_upper(checks, 1)];
END
$$;
REVOKE ALL ON FUNCTION registry.forget_check_month FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.forget_check_month TO registry_app;
