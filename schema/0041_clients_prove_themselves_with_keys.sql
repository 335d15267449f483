-- A client may hold two secrets while it changes over, prove itself with a key of its own, and be bound to networks.
ALTER TABLE security.api_clients
  ADD COLUMN networks text[] NOT NULL DEFAULT '{}',
  ADD COLUMN previous_hash bytea,
  ADD COLUMN previous_salt bytea,
  ADD COLUMN previous_iterations integer,
  ADD COLUMN previous_until timestamptz,
  ADD CONSTRAINT a_previous_secret_has_an_end CHECK (num_nonnulls(previous_hash, previous_salt, previous_iterations, previous_until) IN (0, 4));

CREATE TABLE security.client_keys (
  client_id text NOT NULL,
  kid text NOT NULL,
  public_jwk text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz,
  CONSTRAINT a_kid_names_one_key_of_a_client PRIMARY KEY (client_id, kid),
  CONSTRAINT a_key_is_a_clients FOREIGN KEY (client_id) REFERENCES security.api_clients (client_id)
);

-- Assertions that were used; each counts once until it expires by itself.
CREATE TABLE security.client_assertions (
  client_id text NOT NULL,
  digest bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT an_assertion_counts_once PRIMARY KEY (client_id, digest)
);
CREATE INDEX assertions_by_their_end ON security.client_assertions (expires_at);

GRANT UPDATE (previous_hash, previous_salt, previous_iterations, previous_until) ON security.api_clients TO registry_app;
GRANT SELECT, INSERT ON security.client_keys TO registry_app;
GRANT UPDATE (revoked_at) ON security.client_keys TO registry_app;
GRANT SELECT, INSERT, DELETE ON security.client_assertions TO registry_app;
