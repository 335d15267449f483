-- Whom recorded checks asked about stands once, with what they are found under; a check names them (ADR 0038). Leaders are checked again and again.
CREATE TABLE registry.asked_persons (
  person     bigint   NOT NULL GENERATED ALWAYS AS IDENTITY,
  identity   bytea    NULL,
  keys       bigint[] NOT NULL,
  digest_key text     NULL,
  CONSTRAINT pk_asked_persons PRIMARY KEY (person),
  CONSTRAINT an_asked_person_stands_once UNIQUE (identity)
);
COMMENT ON COLUMN registry.asked_persons.identity IS 'Keyed digest of documents and names; none where it was not made yet.';
COMMENT ON COLUMN registry.asked_persons.keys IS 'First 64 bits of keyed digests; a chance hit costs an evaluation and nothing else.';
COMMENT ON COLUMN registry.asked_persons.digest_key IS 'Under which both were made; none for those that are older than the first change of it.';

INSERT INTO registry.asked_persons (keys, digest_key) SELECT DISTINCT keys, digest_key FROM registry.check_subjects;
ALTER TABLE registry.check_subjects ADD COLUMN person bigint NULL;
UPDATE registry.check_subjects AS asked SET person = known.person
  FROM registry.asked_persons AS known WHERE known.keys = asked.keys AND known.digest_key IS NOT DISTINCT FROM asked.digest_key;
DROP FUNCTION registry.watch_anew;
ALTER TABLE registry.check_subjects ALTER COLUMN person SET NOT NULL, DROP COLUMN keys, DROP COLUMN digest_key;

CREATE INDEX asked_persons_by_key ON registry.asked_persons USING gin (keys);
CREATE INDEX check_subjects_by_person ON registry.check_subjects (person);
GRANT SELECT, INSERT ON registry.asked_persons TO registry_app;

-- The keys of persons who wait, made anew; everybody's keys are one array, and each person has a part of it. Who was asked about under the other digest
-- key meanwhile stands there already: then this entry goes on without an identity.
CREATE FUNCTION registry.watch_anew(p_persons bigint[], p_identities bytea[], p_counts integer[], p_keys bigint[], p_digest_key text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT FROM registry.effects_progress FOR UPDATE;
  UPDATE registry.asked_persons AS watched
     SET keys = p_keys[given.last_key - given.key_count + 1 : given.last_key], digest_key = p_digest_key,
         identity = CASE WHEN given.turn = 1 AND NOT EXISTS (SELECT FROM registry.asked_persons AS other WHERE other.identity = given.identity) THEN given.identity END
    FROM (SELECT *, sum(key_count) OVER (ORDER BY place)::integer AS last_key, row_number() OVER (PARTITION BY identity ORDER BY place) AS turn
            FROM unnest(p_persons, p_identities, p_counts) WITH ORDINALITY AS one (person, identity, key_count, place)) AS given
   WHERE watched.person = given.person
$$;

-- forget_check_month of 0038; whom nobody else asked about is forgotten, too. Persons are added, changed and forgotten by who holds the progress of the work on effects.
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
REVOKE ALL ON FUNCTION registry.watch_anew, registry.forget_check_month FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.watch_anew, registry.forget_check_month TO registry_app;
