-- Every key of the registry is a row here, whatever it is for (ADR 0032). A master key itself is in the key file and never here; every other
-- key is sealed under a master key. What a row says of its state follows from its times and from what is there beside it.
CREATE TABLE vault.keys (
  key_id      text        NOT NULL,
  purpose     text        NOT NULL,
  algorithm   text        NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  in_use_from timestamptz NOT NULL,
  due_at      timestamptz NOT NULL,
  settled_at  timestamptz NULL,
  public_jwk  text        NULL,
  check_value bytea       NULL,
  sealed      bytea       NULL,
  CONSTRAINT a_key_id_names_one_key PRIMARY KEY (key_id),
  CONSTRAINT a_key_has_a_known_purpose CHECK (purpose IN ('master', 'digest', 'request', 'token', 'receipt')),
  CONSTRAINT a_master_key_is_elsewhere CHECK (purpose <> 'master' OR (sealed IS NULL AND check_value IS NOT NULL)),
  CONSTRAINT a_signing_key_has_a_public_part CHECK ((purpose IN ('token', 'receipt')) = (public_jwk IS NOT NULL)),
  CONSTRAINT a_key_is_due_after_its_first_use CHECK (due_at > in_use_from)
);
COMMENT ON COLUMN vault.keys.algorithm IS 'What it works with, so that another algorithm can stand beside it: A256GCM, HS256, ES256 …';
COMMENT ON COLUMN vault.keys.in_use_from IS 'Not before: until then it is only published, so that every node and every verifier knows it ahead.';
COMMENT ON COLUMN vault.keys.due_at IS 'Not after: by then it should have a successor. It goes on working, as nothing may fail on a date.';
COMMENT ON COLUMN vault.keys.settled_at IS 'Replaced, and nothing that is current rests on it any more; it is kept for what is old.';
COMMENT ON COLUMN vault.keys.check_value IS 'Recognizes a key without telling anything of it.';
COMMENT ON COLUMN vault.keys.sealed IS 'The key, sealed under a master key; none for a master key, and for a digest key that still is in the key file.';

INSERT INTO vault.keys (key_id, purpose, algorithm, created_at, in_use_from, due_at, check_value)
SELECT key_id, CASE key_use WHEN 1 THEN 'master' ELSE 'digest' END, CASE key_use WHEN 1 THEN 'A256GCM' ELSE 'HS256' END,
       recorded_at, recorded_at, recorded_at + interval '2 years', check_value
  FROM vault.key_checks;
INSERT INTO vault.keys (key_id, purpose, algorithm, created_at, in_use_from, due_at, settled_at, public_jwk, sealed)
SELECT kid, purpose, 'ES256', created_at, created_at, created_at + interval '1 year', retired_at, public_jwk, sealed_private_key
  FROM security.signing_keys;

ALTER TABLE vault.persons
  DROP CONSTRAINT the_master_key_is_known,
  ADD CONSTRAINT the_master_key_is_known FOREIGN KEY (master_key) REFERENCES vault.keys (key_id);
ALTER TABLE vault.document_digests
  DROP CONSTRAINT the_digest_key_is_known,
  ADD CONSTRAINT the_digest_key_is_known FOREIGN KEY (digest_key) REFERENCES vault.keys (key_id);
DROP TABLE vault.key_checks;
DROP TABLE security.signing_keys;

-- The nodes that are there, and which master keys they can open with: a master key is used once all of them have it.
CREATE TABLE vault.key_holders (
  node        uuid        NOT NULL,
  master_keys text[]      NOT NULL,
  seen_at     timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT a_node_is_seen_in_one_place PRIMARY KEY (node)
);

GRANT SELECT, INSERT ON vault.keys TO registry_app;
GRANT UPDATE (settled_at) ON vault.keys TO registry_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON vault.key_holders TO registry_app;

-- The same secret under another master key. Who was slower changes nothing.
CREATE FUNCTION vault.reseal_key(p_key text, p_before bytea, p_after bytea) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  WITH changed AS (
    UPDATE vault.keys SET sealed = p_after WHERE key_id = p_key AND purpose <> 'master' AND sealed IS NOT DISTINCT FROM p_before RETURNING key_id)
  SELECT EXISTS (SELECT FROM changed)
$$;

-- The same data keys under another master key. A person who was erased meanwhile, or rewrapped by somebody else, stays as is.
CREATE FUNCTION vault.rewrap(p_persons uuid[], p_before bytea[], p_after bytea[], p_master_key text) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  WITH changed AS (
    UPDATE vault.persons AS person SET wrapped_key = given.after, master_key = p_master_key
      FROM unnest(p_persons, p_before, p_after) AS given (person_id, before, after)
     WHERE person.person_id = given.person_id AND person.wrapped_key = given.before
    RETURNING person.person_id)
  SELECT count(*)::integer FROM changed
$$;
REVOKE ALL ON FUNCTION vault.reseal_key, vault.rewrap FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault.reseal_key, vault.rewrap TO registry_app;
CREATE INDEX persons_under_a_master_key ON vault.persons (master_key, person_id) WHERE wrapped_key IS NOT NULL;
