-- Applicants whom clerks have looked at: one person of the vault for each document, so that a finding is remembered for the
-- document and not for the application it came with.
CREATE TABLE vault.subjects (
  digest    bytea NOT NULL,
  person_id uuid  NOT NULL,
  CONSTRAINT a_document_has_one_subject PRIMARY KEY (digest),
  CONSTRAINT a_subject_is_a_sealed_person FOREIGN KEY (person_id) REFERENCES vault.persons (person_id)
);
CREATE INDEX subjects_of_a_person ON vault.subjects (person_id);
GRANT SELECT, INSERT ON vault.subjects TO registry_app;

-- Erasing a person takes these digests too.
CREATE OR REPLACE FUNCTION vault.erase(person_ids uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  DELETE FROM vault.document_digests WHERE person_id = ANY (person_ids);
  DELETE FROM vault.subjects WHERE person_id = ANY (person_ids);
  UPDATE vault.persons SET wrapped_key = NULL, sealed = NULL, erased_at = now()
   WHERE person_id = ANY (person_ids) AND erased_at IS NULL;
$$;
