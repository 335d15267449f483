-- What persons say in their own words, each sealed under a key of its own; the log has the statement_id only.
CREATE TABLE vault.statements (
  statement_id uuid        NOT NULL,
  person_id    uuid        NOT NULL,
  sealed       bytea       NOT NULL,
  sealed_at    timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT a_statement_is_sealed_once PRIMARY KEY (statement_id),
  CONSTRAINT a_statement_is_of_a_sealed_person FOREIGN KEY (person_id) REFERENCES vault.persons (person_id)
);
CREATE INDEX statements_of_a_person ON vault.statements (person_id);
ALTER TABLE vault.statements SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);
GRANT SELECT ON vault.statements TO registry_app;

-- A statement that is there already stays as it is; of somebody who was erased, nothing is kept. The lock makes an erasure wait,
-- or be waited for.
CREATE FUNCTION vault.seal_statements(statement_ids uuid[], person_ids uuid[], sealed_texts bytea[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  WITH known AS (
    SELECT person_id FROM vault.persons WHERE person_id = ANY (person_ids) AND erased_at IS NULL ORDER BY person_id FOR SHARE
  )
  INSERT INTO vault.statements (statement_id, person_id, sealed)
  SELECT given.statement_id, given.person_id, given.sealed
    FROM unnest(statement_ids, person_ids, sealed_texts) AS given (statement_id, person_id, sealed)
    JOIN known USING (person_id)
  ON CONFLICT (statement_id) DO NOTHING
$$;
REVOKE ALL ON FUNCTION vault.seal_statements(uuid[], uuid[], bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault.seal_statements(uuid[], uuid[], bytea[]) TO registry_app;

-- Erasing a person takes their statements too. The person's row comes first: who seals a statement at the same time is waited for.
CREATE OR REPLACE FUNCTION vault.erase(person_ids uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  UPDATE vault.persons SET wrapped_key = NULL, sealed = NULL, erased_at = now()
   WHERE person_id = ANY (person_ids) AND erased_at IS NULL;
  DELETE FROM vault.document_digests WHERE person_id = ANY (person_ids);
  DELETE FROM vault.subjects WHERE person_id = ANY (person_ids);
  DELETE FROM vault.statements WHERE person_id = ANY (person_ids);
$$;
