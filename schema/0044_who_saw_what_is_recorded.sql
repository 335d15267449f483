-- Who was shown what, or was refused it: recorded before the answer leaves (ADR 0027). Checks have a record of their own.
CREATE SCHEMA audit;

CREATE TABLE audit.entries (
  id          uuid        NOT NULL,
  at          timestamptz NOT NULL,
  kind        text        NOT NULL,
  caller      text        NOT NULL,
  department  text        NOT NULL,
  regions     text[]      NOT NULL,
  permission  text        NOT NULL,
  endpoint    text        NOT NULL,
  subjects    uuid[]      NOT NULL,
  purpose     text        NULL,
  application text        NULL,
  disclosed   text        NOT NULL,
  count       integer     NOT NULL,
  status      smallint    NOT NULL,
  request     text        NOT NULL,
  chain       uuid        NOT NULL,
  number      bigint      NOT NULL,
  leaf        integer     NOT NULL,
  CONSTRAINT pk_entries PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE INDEX entries_of_a_caller ON audit.entries (caller, id);
CREATE INDEX entries_about_a_subject ON audit.entries USING gin (subjects);
CREATE INDEX entries_under_a_root ON audit.entries (chain, number, leaf);
COMMENT ON COLUMN audit.entries.caller IS 'Subject of the token; empty where nobody known tried to sign in.';
COMMENT ON COLUMN audit.entries.endpoint IS 'Method and route template, never what was called: an address may hold anything.';
COMMENT ON COLUMN audit.entries.subjects IS 'Ids of ours that the answer is about: of the route, and of the rows of a page.';
COMMENT ON COLUMN audit.entries.disclosed IS 'How much of a person the answer may tell.';
COMMENT ON COLUMN audit.entries.leaf IS 'Place of the entry under its root, from 0.';

CREATE TABLE audit.entries_of_no_month PARTITION OF audit.entries DEFAULT;

-- The entries of one commit are the leaves of one signed root; the roots follow one another as those of receipts do.
CREATE TABLE audit.roots (
  chain       uuid        NOT NULL,
  number      bigint      NOT NULL,
  previous    bytea       NOT NULL,
  head        bytea       NOT NULL,
  leaves      bytea       NOT NULL,
  kid         text        NOT NULL,
  signature   bytea       NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT an_audit_chain_has_one_root_of_a_number PRIMARY KEY (chain, number),
  CONSTRAINT audit_roots_are_numbered_from_one CHECK (number >= 1),
  CONSTRAINT audit_heads_are_sha_256 CHECK (octet_length(previous) = 32 AND octet_length(head) = 32),
  CONSTRAINT audit_leaves_are_sha_256 CHECK (octet_length(leaves) > 0 AND octet_length(leaves) % 32 = 0),
  CONSTRAINT an_audit_signature_has_64_bytes CHECK (octet_length(signature) = 64)
);

-- Entries stay; a month goes only as a whole, when its time is over.
CREATE TRIGGER entries_are_never_changed BEFORE UPDATE OR DELETE ON audit.entries
  FOR EACH ROW EXECUTE FUNCTION registry.refuse_to_change_the_log();
CREATE TRIGGER entries_are_never_emptied BEFORE TRUNCATE ON audit.entries
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_to_change_the_log();
CREATE TRIGGER audit_roots_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.roots
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_to_change_the_log();

-- The partition of the month of p_day and of the month after it, made ahead of need. Months are UTC months.
CREATE FUNCTION audit.ensure_partitions(p_day date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  first date;
  name text;
BEGIN
  FOREACH first IN ARRAY ARRAY[date_trunc('month', p_day)::date, (date_trunc('month', p_day) + interval '1 month')::date] LOOP
    name := 'entries_' || to_char(first, 'YYYY_MM');
    IF to_regclass('audit.' || name) IS NULL THEN
      -- Two nodes may start at once.
      PERFORM pg_advisory_xact_lock(hashtext('audit.ensure_partitions'));
      EXECUTE format(
        'CREATE TABLE IF NOT EXISTS audit.%I PARTITION OF audit.entries FOR VALUES FROM (%L) TO (%L)',
        name, first::text || ' 00:00:00+00', (first + interval '1 month')::date::text || ' 00:00:00+00');
    END IF;
  END LOOP;
END
$$;

-- Stores the entries of one commit with their signed root. p_entries are the very texts that were hashed.
CREATE FUNCTION audit.record(
  p_entries jsonb[], p_chain uuid, p_number bigint, p_previous bytea, p_head bytea, p_leaves bytea, p_kid text, p_signature bytea) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO audit.roots (chain, number, previous, head, leaves, kid, signature)
  VALUES (p_chain, p_number, p_previous, p_head, p_leaves, p_kid, p_signature);
  INSERT INTO audit.entries
    (id, at, kind, caller, department, regions, permission, endpoint, subjects, purpose, application, disclosed, count, status, request, chain, number, leaf)
  SELECT e.id, e.at, e.kind, e.caller, e.department, e.regions, e.permission, e.endpoint, e.subjects, e.purpose, e.application, e.disclosed, e.count, e.status,
         e.request, p_chain, p_number, given.place - 1
    FROM unnest(p_entries) WITH ORDINALITY AS given(entry, place),
         jsonb_to_record(given.entry) AS e(
           id uuid, at timestamptz, kind text, caller text, department text, regions text[], permission text, endpoint text, subjects uuid[],
           purpose text, application text, disclosed text, count integer, status smallint, request text);
$$;
REVOKE ALL ON FUNCTION audit.ensure_partitions, audit.record FROM PUBLIC;
GRANT USAGE ON SCHEMA audit TO registry_app;
GRANT EXECUTE ON FUNCTION audit.ensure_partitions, audit.record TO registry_app;
GRANT SELECT ON audit.entries, audit.roots TO registry_app;

-- What a caller asked is found without reading everybody's checks.
CREATE INDEX checks_of_a_caller ON registry.eligibility_checks (client, id);
