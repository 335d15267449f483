-- Which recorded answers a later fact changes, and who is told (ADR 0017). Nothing here is written while a check is answered.

-- New checks are found by the position at which they were stored; the few that were under way while events came have an index of their own.
CREATE INDEX checks_by_recorded_position ON registry.eligibility_checks USING brin (recorded_position) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX checks_that_were_under_way ON registry.eligibility_checks (recorded_position) WHERE log_position < recorded_position;

-- Of whom a recorded check asked: keyed digests of the documents and of what the name is looked up by.
CREATE TABLE registry.check_subjects (
  check_id     uuid     NOT NULL,
  applicant    smallint NOT NULL,
  log_position bigint   NOT NULL,
  keys         bigint[] NOT NULL,
  CONSTRAINT an_applicant_is_taken_in_once PRIMARY KEY (check_id, applicant)
);
CREATE INDEX check_subjects_by_key ON registry.check_subjects USING gin (keys);
COMMENT ON COLUMN registry.check_subjects.keys IS 'First 64 bits of keyed digests; a chance hit costs an evaluation and nothing else.';

-- How far the work has come: it moves only from where it was seen, in the transaction of what it stands for.
CREATE TABLE registry.effects_progress (
  single         boolean  NOT NULL DEFAULT true,
  taken_in       bigint   NOT NULL,
  processed      bigint   NOT NULL,
  page_check     uuid     NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  page_applicant smallint NOT NULL DEFAULT -1,
  CONSTRAINT pk_effects_progress PRIMARY KEY (single),
  CONSTRAINT effects_progress_has_one_row CHECK (single)
);
COMMENT ON COLUMN registry.effects_progress.taken_in IS 'Checks stored at this position or before are in check_subjects.';
COMMENT ON COLUMN registry.effects_progress.processed IS 'What events up to this one change is in affected_checks.';
COMMENT ON COLUMN registry.effects_progress.page_check IS 'Of the next event: the applicants up to this one are done.';
INSERT INTO registry.effects_progress (taken_in, processed) VALUES (-1, 0);

-- An applicant of a recorded check whose verdict a fact changed: for the check's own day, for the day of the fact, or for both.
CREATE TABLE registry.affected_checks (
  cause        bigint   NOT NULL,
  check_id     uuid     NOT NULL,
  applicant    smallint NOT NULL,
  notice_id    uuid     NOT NULL,
  region       text     NOT NULL,
  recorded     smallint NOT NULL,
  own_before   smallint NOT NULL,
  own_after    smallint NOT NULL,
  today_before smallint NOT NULL,
  today_after  smallint NOT NULL,
  CONSTRAINT a_fact_affects_an_applicant_once PRIMARY KEY (cause, check_id, applicant)
);
CREATE INDEX affected_checks_of_a_notice ON registry.affected_checks (notice_id, check_id, applicant);
CREATE INDEX affected_checks_of_a_check ON registry.affected_checks (check_id, applicant, cause);

-- Notices that are to be opened once the event is done; gone when they are.
CREATE TABLE registry.notices_due (
  notice_id   uuid   NOT NULL,
  cause       bigint NOT NULL,
  cause_event uuid   NOT NULL,
  client      text   NOT NULL,
  CONSTRAINT a_notice_is_due_once PRIMARY KEY (notice_id)
);

GRANT SELECT, INSERT ON registry.check_subjects, registry.affected_checks TO registry_app;
GRANT SELECT, UPDATE ON registry.effects_progress TO registry_app;
GRANT SELECT, INSERT, DELETE ON registry.notices_due TO registry_app;
