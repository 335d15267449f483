-- Files of applicants: received whole, checked in the background chunk by chunk, each chunk together with its answers (ADR 0023).

CREATE TABLE registry.applicant_files (
  id              uuid             NOT NULL,
  client          text             NOT NULL,
  key             text             NOT NULL,
  digest          bytea            NULL,
  purpose         text             NOT NULL,
  regions         text[]           NOT NULL,
  form            text             NOT NULL,
  chinese         boolean          NOT NULL DEFAULT false,
  status          text             NOT NULL,
  rows            integer          NOT NULL DEFAULT 0,
  chunks          integer          NOT NULL DEFAULT 0,
  rows_done       integer          NOT NULL DEFAULT 0,
  chunks_done     integer          NOT NULL DEFAULT 0,
  eligible        integer          NOT NULL DEFAULT 0,
  review          integer          NOT NULL DEFAULT 0,
  restricted      integer          NOT NULL DEFAULT 0,
  seconds_at_work double precision NOT NULL DEFAULT 0,
  lowest_position bigint           NULL,
  frontier        bytea            NOT NULL DEFAULT '',
  commitments     bytea            NULL,
  receipt         bytea            NULL,
  created_at      timestamptz      NOT NULL DEFAULT registry.clock(),
  started_at      timestamptz      NULL,
  ended_at        timestamptz      NULL,
  CONSTRAINT pk_applicant_files PRIMARY KEY (id),
  CONSTRAINT a_file_has_a_known_status CHECK (status IN ('receiving', 'waiting', 'running', 'paused', 'cancelled', 'finished')),
  CONSTRAINT no_more_is_done_than_there_is CHECK (rows_done <= rows AND chunks_done <= chunks AND eligible + review + restricted <= rows_done),
  CONSTRAINT a_finished_file_has_a_receipt CHECK ((status = 'finished') = (receipt IS NOT NULL))
);
CREATE UNIQUE INDEX a_key_names_one_file ON registry.applicant_files (client, key) WHERE status <> 'receiving';
CREATE INDEX files_to_work_on ON registry.applicant_files (id) WHERE status IN ('waiting', 'running');
COMMENT ON COLUMN registry.applicant_files.key IS 'Keyed digest of the caller''s Idempotency-Key.';
COMMENT ON COLUMN registry.applicant_files.digest IS 'Keyed digest of what was sent: the same key with another content is refused.';
COMMENT ON COLUMN registry.applicant_files.regions IS 'What the caller covered when the file came; rows of other regions are not answered.';
COMMENT ON COLUMN registry.applicant_files.frontier IS 'The tree over the rows that are done: the roots of its complete parts.';
COMMENT ON COLUMN registry.applicant_files.commitments IS 'What the receipt says of the file''s content without saying it.';

-- What belongs to a file, sealed by the vault: the workbook as it came (gone when it is read), the rows that wait for their answers
-- (gone when they have them), and which answer each row was given.
CREATE TABLE registry.applicant_file_chunks (
  file_id uuid    NOT NULL,
  kind    text    NOT NULL,
  number  integer NOT NULL,
  sealed  bytea   NOT NULL,
  CONSTRAINT a_file_has_one_chunk_of_a_number PRIMARY KEY (file_id, kind, number),
  CONSTRAINT a_chunk_belongs_to_a_file FOREIGN KEY (file_id) REFERENCES registry.applicant_files ON DELETE CASCADE,
  CONSTRAINT a_chunk_is_of_a_known_kind CHECK (kind IN ('workbook', 'rows', 'answers'))
);
ALTER TABLE registry.applicant_file_chunks ALTER COLUMN sealed SET STORAGE EXTERNAL; -- what is sealed cannot be compressed

GRANT SELECT, INSERT, UPDATE, DELETE ON registry.applicant_files, registry.applicant_file_chunks TO registry_app;

-- The last statement of the transaction that records a chunk's answers: accounts for them. False when they were not recorded because the
-- log has moved; then nothing is changed.
--   RG005  the file was paused or cancelled, or somebody else has answered the chunk: the answers are not kept either.
CREATE FUNCTION registry.account_for_chunk(
  p_file uuid, p_chunk integer, p_check uuid, p_checked_at timestamptz,
  p_rows integer, p_eligible integer, p_review integer, p_restricted integer, p_position bigint, p_seconds double precision,
  p_frontier bytea, p_answers bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_check IS NOT NULL AND NOT EXISTS (
       SELECT FROM registry.eligibility_checks AS given WHERE given.id = p_check AND given.checked_at = p_checked_at) THEN
    RETURN false;
  END IF;

  UPDATE registry.applicant_files AS file
     SET status = 'running', chunks_done = p_chunk + 1, rows_done = file.rows_done + p_rows,
         eligible = file.eligible + p_eligible, review = file.review + p_review, restricted = file.restricted + p_restricted,
         lowest_position = least(file.lowest_position, p_position), seconds_at_work = file.seconds_at_work + p_seconds,
         frontier = p_frontier, started_at = coalesce(file.started_at, registry.clock())
   WHERE file.id = p_file AND file.chunks_done = p_chunk AND file.status IN ('waiting', 'running');
  IF NOT found THEN
    RAISE EXCEPTION USING ERRCODE = 'RG005', MESSAGE = 'The file is not worked on, or the chunk is done.';
  END IF;

  DELETE FROM registry.applicant_file_chunks WHERE file_id = p_file AND kind = 'rows' AND number = p_chunk;
  INSERT INTO registry.applicant_file_chunks (file_id, kind, number, sealed) VALUES (p_file, 'answers', p_chunk, p_answers);
  RETURN true;
END
$$;

-- All rows are done: the receipt over all of them and its signed root, together.
CREATE FUNCTION registry.finish_applicant_file(
  p_file uuid, p_receipt bytea,
  p_chain uuid, p_number bigint, p_previous bytea, p_head bytea, p_position bigint, p_leaves bytea, p_kid text, p_signature bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE registry.applicant_files AS file SET status = 'finished', receipt = p_receipt, ended_at = registry.clock()
   WHERE file.id = p_file AND file.status IN ('waiting', 'running') AND file.chunks_done = file.chunks;
  IF NOT found THEN
    RETURN false;
  END IF;

  INSERT INTO registry.receipt_roots (chain, number, previous, head, position, leaves, kid, signature)
  VALUES (p_chain, p_number, p_previous, p_head, p_position, p_leaves, p_kid, p_signature);
  RETURN true;
END
$$;
REVOKE ALL ON FUNCTION registry.account_for_chunk, registry.finish_applicant_file FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.account_for_chunk, registry.finish_applicant_file TO registry_app;
