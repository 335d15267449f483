-- People who use the console: who they are, what they may do, how they prove it, and who decided so.
CREATE TABLE security.users (
  user_id text NOT NULL,
  user_name text NOT NULL,
  normalized_name text NOT NULL,
  name text NOT NULL,
  department text NOT NULL,
  roles text[] NOT NULL,
  regions text[] NOT NULL,
  purposes text[] NOT NULL,
  password_hash text NOT NULL,
  password_is_temporary boolean NOT NULL,
  security_stamp uuid NOT NULL DEFAULT gen_random_uuid(),
  sealed_authenticator_key bytea,
  second_factor_since timestamptz,
  last_code_step bigint NOT NULL DEFAULT 0,
  failed_attempts integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  version bigint NOT NULL DEFAULT 1,
  granted_by text NOT NULL,
  confirmed_by text,
  created_at timestamptz NOT NULL DEFAULT now(),
  suspended_at timestamptz,
  CONSTRAINT a_user_id_names_one_user PRIMARY KEY (user_id),
  CONSTRAINT nobody_shares_a_user_name UNIQUE (normalized_name),
  CONSTRAINT who_grants_does_not_confirm CHECK (confirmed_by IS DISTINCT FROM granted_by),
  CONSTRAINT nobody_grants_or_confirms_themselves CHECK (granted_by <> user_id AND confirmed_by IS DISTINCT FROM user_id)
);

CREATE TABLE security.recovery_codes (
  user_id text NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT a_recovery_code_counts_once PRIMARY KEY (user_id, digest),
  CONSTRAINT a_recovery_code_is_a_users FOREIGN KEY (user_id) REFERENCES security.users (user_id)
);

CREATE TABLE security.passkeys (
  credential_id bytea NOT NULL,
  user_id text NOT NULL,
  name text,
  public_key bytea NOT NULL,
  sign_count bigint NOT NULL,
  transports text[] NOT NULL,
  is_user_verified boolean NOT NULL,
  is_backup_eligible boolean NOT NULL,
  is_backed_up boolean NOT NULL,
  attestation_object bytea NOT NULL,
  client_data_json bytea NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT a_credential_is_one_passkey PRIMARY KEY (credential_id),
  CONSTRAINT a_passkey_is_a_users FOREIGN KEY (user_id) REFERENCES security.users (user_id)
);
CREATE INDEX passkeys_of_a_user ON security.passkeys (user_id);

-- Keys of cookies and form tokens, the same on all nodes; sealed by the vault.
CREATE TABLE security.session_keys (
  name text NOT NULL,
  sealed_xml bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT a_session_key_has_one_name PRIMARY KEY (name)
);

-- What administrators did to users and clients. Nobody changes it.
CREATE TABLE security.administration (
  act_id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT now(),
  actor text NOT NULL,
  act text NOT NULL,
  subject text NOT NULL,
  details jsonb NOT NULL,
  CONSTRAINT an_act_happens_once PRIMARY KEY (act_id)
);
CREATE INDEX acts_upon_a_subject ON security.administration (subject, act_id);

GRANT SELECT, INSERT ON security.users, security.session_keys, security.administration TO registry_app;
GRANT UPDATE (
  name, department, roles, regions, purposes, password_hash, password_is_temporary, security_stamp, sealed_authenticator_key, second_factor_since,
  last_code_step, failed_attempts, locked_until, version, granted_by, confirmed_by, suspended_at
) ON security.users TO registry_app;
GRANT SELECT, INSERT, DELETE ON security.recovery_codes, security.passkeys TO registry_app;
GRANT UPDATE (name, sign_count, is_backed_up, is_user_verified) ON security.passkeys TO registry_app;
