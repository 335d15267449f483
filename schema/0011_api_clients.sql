-- Who may call, and the keys that sign what callers are given.
create schema security;

create table security.signing_keys (
  kid text not null,
  purpose text not null,
  public_jwk text not null,
  sealed_private_key bytea not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  constraint a_kid_names_one_key primary key (kid)
);

create table security.api_clients (
  client_id text not null,
  name text not null,
  secret_hash bytea not null,
  secret_salt bytea not null,
  secret_iterations integer not null,
  roles text[] not null,
  regions text[] not null,
  purposes text[] not null,
  department text not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  constraint a_client_id_names_one_client primary key (client_id),
  constraint a_secret_is_stretched check (secret_iterations > 0)
);

grant usage on schema security to registry_app;
grant select, insert on security.signing_keys to registry_app;
grant update (retired_at) on security.signing_keys to registry_app;
grant select, insert on security.api_clients to registry_app;
grant update (secret_hash, secret_salt, secret_iterations, revoked_at) on security.api_clients to registry_app;
