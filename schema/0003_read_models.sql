-- Read models are made by the code that fills them (ADR 0007); here is only where they live and what is known of each.
CREATE SCHEMA read_model;
GRANT USAGE ON SCHEMA read_model TO registry_app;

CREATE TABLE registry.read_models (
  name       text        NOT NULL,
  digest     text        NOT NULL,
  tables     text[]      NOT NULL,
  built_at   timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_read_models PRIMARY KEY (name)
);
COMMENT ON COLUMN registry.read_models.digest IS 'Of version and table definitions; another digest in the code means a rebuild.';
GRANT SELECT ON registry.read_models TO registry_app;

-- Number of rows and a digest of them that does not depend on their order on disk: what a rebuild is compared by.
CREATE FUNCTION registry.table_digest(counted regclass, OUT rows bigint, OUT digest text)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  EXECUTE format(
    'SELECT count(*), encode(sha256(coalesce(string_agg(hash, ''''::bytea ORDER BY hash), ''''::bytea)), ''hex'')
       FROM (SELECT sha256(convert_to(t::text, ''UTF8'')) AS hash FROM %s AS t) AS hashed', counted)
    INTO rows, digest;
END
$$;
