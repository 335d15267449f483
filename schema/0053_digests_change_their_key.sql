-- Digests of documents and names are made anew under another key while both are sought under (ADR 0032).
ALTER TABLE vault.subjects ADD COLUMN digest_key text NULL;
UPDATE vault.subjects SET digest_key = (SELECT key_id FROM vault.keys WHERE purpose = 'digest' ORDER BY created_at DESC LIMIT 1);
ALTER TABLE vault.subjects
  ALTER COLUMN digest_key SET NOT NULL,
  ADD CONSTRAINT the_digest_key_of_a_subject_is_known FOREIGN KEY (digest_key) REFERENCES vault.keys (key_id);

ALTER TABLE registry.check_subjects ADD COLUMN digest_key text NULL;
COMMENT ON COLUMN registry.check_subjects.digest_key IS 'Under which the keys were made; none for those that are older than the first change of it.';

-- Each digest for another one of the same document. A digest that is gone meanwhile, with a person who was erased, does not come back.
CREATE FUNCTION vault.digest_anew(p_before bytea[], p_after bytea[], p_digest_key text) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  WITH given AS (SELECT DISTINCT before, after FROM unnest(p_before, p_after) AS pair (before, after)),
  documents AS (
    UPDATE vault.document_digests AS known SET digest = given.after, digest_key = p_digest_key FROM given WHERE known.digest = given.before RETURNING 1),
  subjects AS (
    UPDATE vault.subjects AS known SET digest = given.after, digest_key = p_digest_key FROM given WHERE known.digest = given.before RETURNING 1)
  SELECT (SELECT count(*) FROM documents)::integer + (SELECT count(*) FROM subjects)::integer
$$;
CREATE INDEX document_digests_under_a_key ON vault.document_digests (digest_key, person_id);

-- The keys of applicants who wait, made anew; everybody's keys are one array, and each applicant has a part of it.
CREATE FUNCTION registry.watch_anew(p_checks uuid[], p_applicants smallint[], p_counts integer[], p_keys bigint[], p_digest_key text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  UPDATE registry.check_subjects AS watched
     SET keys = p_keys[given.last_key - given.key_count + 1 : given.last_key], digest_key = p_digest_key
    FROM (SELECT *, sum(key_count) OVER (ORDER BY place)::integer AS last_key
            FROM unnest(p_checks, p_applicants, p_counts) WITH ORDINALITY AS one (check_id, applicant, key_count, place)) AS given
   WHERE watched.check_id = given.check_id AND watched.applicant = given.applicant
$$;
REVOKE ALL ON FUNCTION vault.digest_anew, registry.watch_anew FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault.digest_anew, registry.watch_anew TO registry_app;
