-- The identity vault: who a person is, sealed under a key of the person's own; events carry the person_id only.
create schema vault;

-- Recognizes the keys of the key file: a digest made with another key would find nobody, and everybody would be eligible.
create table vault.key_checks (
  key_id text not null,
  key_use smallint not null,
  check_value bytea not null,
  recorded_at timestamptz not null default now(),
  constraint a_key_has_one_check primary key (key_id),
  constraint a_key_wraps_or_digests check (key_use in (1, 2)),
  constraint a_check_value_has_32_bytes check (octet_length(check_value) = 32)
);

create table vault.persons (
  person_id uuid not null,
  algorithm smallint not null,
  master_key text not null,
  wrapped_key bytea,
  sealed bytea,
  sealed_at timestamptz not null default now(),
  erased_at timestamptz,
  constraint a_person_is_sealed_once primary key (person_id),
  constraint the_master_key_is_known foreign key (master_key) references vault.key_checks (key_id),
  constraint an_erased_person_has_neither_key_nor_text check
    (case when erased_at is null then wrapped_key is not null and sealed is not null
          else wrapped_key is null and sealed is null end)
);

create table vault.document_digests (
  digest bytea not null,
  person_id uuid not null,
  digest_key text not null,
  constraint a_person_has_a_document_once primary key (digest, person_id),
  constraint a_digest_belongs_to_a_sealed_person foreign key (person_id) references vault.persons (person_id),
  constraint the_digest_key_is_known foreign key (digest_key) references vault.key_checks (key_id),
  constraint a_digest_has_32_bytes check (octet_length(digest) = 32)
);

create index document_digests_of_a_person on vault.document_digests (person_id);

-- A destroyed key should not outlive its row for long: dead rows are swept as soon as there are any.
alter table vault.persons set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);
alter table vault.document_digests set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);

-- One row a person; $7 holds all digests of the person, 32 bytes each. A person who is there already (a repeated
-- append, or one erased since) stays as is.
create function vault.seal(
  person_ids uuid[], algorithms smallint[], master_keys text[], wrapped_keys bytea[], sealed_identities bytea[],
  digest_keys text[], digests bytea[]) returns void
language sql as $$
  with given as (
    select * from unnest(person_ids, algorithms, master_keys, wrapped_keys, sealed_identities, digest_keys, digests)
      as person (person_id, algorithm, master_key, wrapped_key, sealed, digest_key, digests)
  ),
  stored as (
    insert into vault.persons (person_id, algorithm, master_key, wrapped_key, sealed)
    select person_id, algorithm, master_key, wrapped_key, sealed from given
    on conflict (person_id) do nothing
    returning person_id
  )
  insert into vault.document_digests (digest, person_id, digest_key)
  select distinct substring(given.digests from 1 + 32 * place for 32), given.person_id, given.digest_key
  from given
  join stored using (person_id)
  cross join lateral generate_series(0, octet_length(given.digests) / 32 - 1) as place
$$;

-- The only way to change a person's row, and there is no way back.
create function vault.erase(person_ids uuid[]) returns void
language sql security definer set search_path = '' as $$
  delete from vault.document_digests where person_id = any (person_ids);
  update vault.persons set wrapped_key = null, sealed = null, erased_at = now()
  where person_id = any (person_ids) and erased_at is null;
$$;

revoke all on function vault.erase(uuid[]) from public;
revoke all on function vault.seal(uuid[], smallint[], text[], bytea[], bytea[], text[], bytea[]) from public;
grant usage on schema vault to registry_app;
grant select, insert on vault.key_checks, vault.persons, vault.document_digests to registry_app;
grant execute on function vault.erase(uuid[]) to registry_app;
grant execute on function vault.seal(uuid[], smallint[], text[], bytea[], bytea[], text[], bytea[]) to registry_app;
