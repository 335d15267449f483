-- Scans of the papers of an organization's file: what is on them is sealed; the log has the id, the form, the size and the hash (ADR 0036).
CREATE TABLE vault.papers (
  paper_id  uuid        NOT NULL,
  sealed    bytea       NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT a_paper_is_sealed_once PRIMARY KEY (paper_id)
);
ALTER TABLE vault.papers ALTER COLUMN sealed SET STORAGE EXTERNAL; -- what is sealed cannot be compressed
GRANT SELECT ON vault.papers TO registry_app;

-- A paper that is there already stays as it is: its id follows from its content.
CREATE FUNCTION vault.seal_paper(id uuid, content bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  INSERT INTO vault.papers (paper_id, sealed) VALUES (id, content) ON CONFLICT (paper_id) DO NOTHING
$$;
REVOKE ALL ON FUNCTION vault.seal_paper(uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault.seal_paper(uuid, bytea) TO registry_app;
