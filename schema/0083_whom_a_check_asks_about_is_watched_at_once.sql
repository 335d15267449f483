-- Whom a check asks about is watched when it is recorded, if somebody asked about that person before (ADR 0041). Only checks about others wait for the work on
-- effects, in a list of their own: it has no need to go through the large rows of all checks any more.
CREATE TABLE registry.unwatched_checks (
  check_id uuid NOT NULL,
  CONSTRAINT a_check_waits_once PRIMARY KEY (check_id)
);
COMMENT ON TABLE registry.unwatched_checks IS 'Checks with an applicant who is not in check_subjects yet.';
GRANT SELECT, DELETE ON registry.unwatched_checks TO registry_app;

INSERT INTO registry.unwatched_checks
SELECT id FROM registry.eligibility_checks WHERE recorded_position > (SELECT taken_in FROM registry.effects_progress);
ALTER TABLE registry.effects_progress DROP COLUMN taken_in;
DROP INDEX registry.checks_by_recorded_position, registry.checks_that_were_under_way;
ALTER TABLE registry.eligibility_checks DROP COLUMN identities;

-- Who records checks shares it; who forgets persons has it alone: nobody is forgotten while a check about them is on its way.
CREATE FUNCTION registry.watch_lock() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT 7020431120862';

-- record_checks of 0082. A person is looked up by a scalar subquery and without sequential scans: one descent of an index, whatever the planner believes of
-- a table that grows while it is asked.
DROP FUNCTION registry.record_checks;
CREATE FUNCTION registry.record_checks(
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
  stored := p_position = log_position OR p_position >= p_floor;
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
REVOKE ALL ON FUNCTION registry.record_checks FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.record_checks TO registry_app;

-- forget_check_month of 0080, with the list, and alone with the persons.
CREATE OR REPLACE FUNCTION registry.forget_check_month(p_month date, p_most integer) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  subjects integer;
  keys integer;
  persons bigint[];
  first timestamptz := (p_month::text || ' 00:00:00+00')::timestamptz;
  next timestamptz := ((p_month + interval '1 month')::date::text || ' 00:00:00+00')::timestamptz;
BEGIN
  PERFORM FROM registry.effects_progress FOR UPDATE;
  PERFORM pg_advisory_xact_lock(registry.watch_lock());
  DELETE FROM registry.unwatched_checks AS waiting USING registry.eligibility_checks AS given
   WHERE given.id = waiting.check_id AND given.checked_at >= first AND given.checked_at < next;
  WITH gone AS (
    DELETE FROM registry.check_subjects WHERE ctid = ANY (ARRAY(
      SELECT asked.ctid FROM registry.eligibility_checks AS given JOIN registry.check_subjects AS asked ON asked.check_id = given.id
       WHERE given.checked_at >= first AND given.checked_at < next LIMIT p_most))
    RETURNING person)
  SELECT count(*), array_agg(DISTINCT person) INTO subjects, persons FROM gone;
  DELETE FROM registry.asked_persons AS asked
   WHERE asked.person = ANY (persons) AND NOT EXISTS (SELECT FROM registry.check_subjects AS other WHERE other.person = asked.person);
  DELETE FROM registry.check_keys WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM registry.check_keys WHERE checked_at >= first AND checked_at < next LIMIT p_most));
  GET DIAGNOSTICS keys = ROW_COUNT;
  RETURN subjects + keys;
END
$$;
