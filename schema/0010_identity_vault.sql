-- The identity vault: who a person is, sealed under a key of the person's own; events carry the person_id only.
CREATE SCHEMA vault;

-- Recognizes the keys of the key file: a digest made with another key would find nobody, and everybody would be eligible.
CREATE TABLE vault.key_checks (
  key_id text NOT NULL,
  key_use smallint NOT NULL,
  check_value bytea NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT a_key_has_one_check PRIMARY KEY (key_id),
  CONSTRAINT a_key_wraps_or_digests CHECK (key_use IN (1, 2)),
  CONSTRAINT a_check_value_has_32_bytes CHECK (octet_length(check_value) = 32)
);

CREATE TABLE vault.persons (
  person_id uuid NOT NULL,
  algorithm smallint NOT NULL,
  master_key text NOT NULL,
  wrapped_key bytea,
  sealed bytea,
  sealed_at timestamptz NOT NULL DEFAULT now(),
  erased_at timestamptz,
  CONSTRAINT a_person_is_sealed_once PRIMARY KEY (person_id),
  CONSTRAINT the_master_key_is_known FOREIGN KEY (master_key) REFERENCES vault.key_checks (key_id),
  CONSTRAINT an_erased_person_has_neither_key_nor_text CHECK
    (CASE WHEN erased_at IS NULL THEN wrapped_key IS NOT NULL AND sealed IS NOT NULL
          ELSE wrapped_key IS NULL AND sealed IS NULL END)
);

CREATE TABLE vault.document_digests (
  digest bytea NOT NULL,
  person_id uuid NOT NULL,
  digest_key text NOT NULL,
  CONSTRAINT a_person_has_a_document_once PRIMARY KEY (digest, person_id),
  CONSTRAINT a_digest_belongs_to_a_sealed_person FOREIGN KEY (person_id) REFERENCES vault.persons (person_id),
  CONSTRAINT the_digest_key_is_known FOREIGN KEY (digest_key) REFERENCES vault.key_checks (key_id),
  CONSTRAINT a_digest_has_32_bytes CHECK (octet_length(digest) = 32)
);

CREATE INDEX document_digests_of_a_person ON vault.document_digests (person_id);

-- A destroyed key should not outlive its row for long: dead rows are swept as soon as there are any.
ALTER TABLE vault.persons SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);
ALTER TABLE vault.document_digests SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);

-- One row a person; $7 holds all digests of the person, 32 bytes each. A person who is there already (a repeated
-- append, or one erased since) stays as is.
CREATE FUNCTION vault.seal(
  person_ids uuid[], algorithms smallint[], master_keys text[], wrapped_keys bytea[], sealed_identities bytea[],
  digest_keys text[], digests bytea[]) RETURNS void
LANGUAGE sql AS $$
  WITH given AS (
    SELECT * FROM unnest(person_ids, algorithms, master_keys, wrapped_keys, sealed_identities, digest_keys, digests)
      AS person (person_id, algorithm, master_key, wrapped_key, sealed, digest_key, digests)
  ),
  stored AS (
    INSERT INTO vault.persons (person_id, algorithm, master_key, wrapped_key, sealed)
    SELECT person_id, algorithm, master_key, wrapped_key, sealed FROM given
    ON CONFLICT (person_id) DO NOTHING
    RETURNING person_id
  )
  INSERT INTO vault.document_digests (digest, person_id, digest_key)
  SELECT DISTINCT substring(given.digests FROM 1 + 32 * place FOR 32), given.person_id, given.digest_key
  FROM given
  JOIN stored USING (person_id)
  CROSS JOIN LATERAL generate_series(0, octet_length(given.digests) / 32 - 1) AS place
$$;

-- The only way to change a person's row, and there is no way back.
CREATE FUNCTION vault.erase(person_ids uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  DELETE FROM vault.document_digests WHERE person_id = ANY (person_ids);
  UPDATE vault.persons SET wrapped_key = NULL, sealed = NULL, erased_at = now()
  WHERE person_id = ANY (person_ids) AND erased_at IS NULL;
$$;

REVOKE ALL ON FUNCTION vault.erase(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION vault.seal(uuid[], smallint[], text[], bytea[], bytea[], text[], bytea[]) FROM PUBLIC;
GRANT USAGE ON SCHEMA vault TO registry_app;
GRANT SELECT, INSERT ON vault.key_checks, vault.persons, vault.document_digests TO registry_app;
GRANT EXECUTE ON FUNCTION vault.erase(uuid[]) TO registry_app;
GRANT EXECUTE ON FUNCTION vault.seal(uuid[], smallint[], text[], bytea[], bytea[], text[], bytea[]) TO registry_app;
