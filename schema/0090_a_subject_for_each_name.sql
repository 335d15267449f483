-- A finding belongs to the document and to the name that were looked at (ADR 0012): whoever shows one document under two names is two subjects.
ALTER TABLE vault.subjects ADD COLUMN number smallint NOT NULL DEFAULT 0;
ALTER TABLE vault.subjects
  DROP CONSTRAINT a_document_has_one_subject,
  ADD CONSTRAINT subjects_of_a_document_are_numbered PRIMARY KEY (digest, number);
COMMENT ON COLUMN vault.subjects.number IS 'Higher than those of all subjects that were known of any of its documents: of two that are made at once one fails.';
