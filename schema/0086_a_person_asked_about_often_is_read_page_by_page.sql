-- The work on effects reads whom an event concerns in the order of persons, so that a page costs what it returns, however often somebody was asked
-- about (ADR 0043). The index serves who seeks by person alone, too.
CREATE INDEX check_subjects_of_a_person ON registry.check_subjects (person, check_id, applicant);
DROP INDEX registry.check_subjects_by_person;

-- A page of persons is a place in another order than it was. A node of the version before does not find the column any more, and its work on effects stands
-- still until it is replaced.
ALTER TABLE registry.effects_progress ADD COLUMN page_person bigint NOT NULL DEFAULT 0;
ALTER TABLE registry.effects_progress RENAME COLUMN page_applicant TO page_place;
COMMENT ON COLUMN registry.effects_progress.page_person IS 'Of the next event: the applicants up to page_place in page_check of this person are done; 0 where everybody is gone through, by checks.';
COMMENT ON COLUMN registry.effects_progress.page_check IS NULL;

-- A check whose question cannot be read any more is put back into the list, and told what it missed by the version that reads it.
GRANT INSERT ON registry.unwatched_checks TO registry_app;

-- Persons whose keys cannot be made anew, because the question cannot be read: their checks wait in the list, like those of persons nobody asked about before.
CREATE FUNCTION registry.watch_later(p_persons bigint[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM registry.effects_progress FOR UPDATE;
  PERFORM pg_advisory_xact_lock(registry.watch_lock());
  WITH gone AS (DELETE FROM registry.check_subjects WHERE person = ANY (p_persons) RETURNING check_id)
  INSERT INTO registry.unwatched_checks (check_id) SELECT DISTINCT check_id FROM gone ON CONFLICT DO NOTHING;
  DELETE FROM registry.asked_persons WHERE person = ANY (p_persons);
END
$$;
REVOKE ALL ON FUNCTION registry.watch_later FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.watch_later TO registry_app;

-- Names are looked up by tables, and these change with the program: which version of the keys persons wait under.
ALTER TABLE registry.effects_progress
  ADD COLUMN keys_version integer NOT NULL DEFAULT 1,
  ADD COLUMN keys_are_anew boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN registry.effects_progress.keys_version IS 'A program with another version of the keys does not move the progress.';
COMMENT ON COLUMN registry.effects_progress.keys_are_anew IS 'All persons wait under keys of that version; while they are made anew no event is gone through.';
COMMENT ON COLUMN registry.asked_persons.digest_key IS 'Under which both were made, followed by "/" and the version of the keys from 2 on; none for those that are older than the first change of it.';
