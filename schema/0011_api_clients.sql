-- Who may call, and the keys that sign what callers are given.
CREATE SCHEMA security;

CREATE TABLE security.signing_keys (
  kid text NOT NULL,
  purpose text NOT NULL,
  public_jwk text NOT NULL,
  sealed_private_key bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  retired_at timestamptz,
  CONSTRAINT a_kid_names_one_key PRIMARY KEY (kid)
);

CREATE TABLE security.api_clients (
  client_id text NOT NULL,
  name text NOT NULL,
  secret_hash bytea NOT NULL,
  secret_salt bytea NOT NULL,
  secret_iterations integer NOT NULL,
  roles text[] NOT NULL,
  regions text[] NOT NULL,
  purposes text[] NOT NULL,
  department text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz,
  CONSTRAINT a_client_id_names_one_client PRIMARY KEY (client_id),
  CONSTRAINT a_secret_is_stretched CHECK (secret_iterations > 0)
);

GRANT USAGE ON SCHEMA security TO registry_app;
GRANT SELECT, INSERT ON security.signing_keys TO registry_app;
GRANT SELECT, INSERT ON security.api_clients TO registry_app;
GRANT UPDATE (secret_hash, secret_salt, secret_iterations, revoked_at) ON security.api_clients TO registry_app;
