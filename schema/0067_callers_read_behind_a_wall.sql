-- What a caller may not see is not there for the role that reads for callers, whatever the query forgot (ADR 0034).
-- The registry itself (appends, projections, checks, jobs) works as registry_app, which sees every row. A read for a caller begins with
-- registry.read_for, in the same round trip and for that transaction only; registry_reader reads no row for which nobody said whose they are.
GRANT USAGE ON SCHEMA registry, read_model, audit TO registry_reader;

-- p_checks_of_others: those of other departments too. p_notices_of_others: those of any caller, about the regions.
CREATE PROCEDURE registry.read_for(p_caller text, p_department text, p_regions text[], p_checks_of_others boolean, p_notices_of_others boolean)
LANGUAGE sql AS $$
  SELECT pg_catalog.set_config('registry.reader', coalesce(p_caller, ''), true),
         pg_catalog.set_config('registry.readers_department', coalesce(p_department, ''), true),
         pg_catalog.set_config('registry.readers_regions', coalesce(p_regions, '{}')::text, true),
         pg_catalog.set_config('registry.reads_checks_of_others', coalesce(p_checks_of_others, false)::text, true),
         pg_catalog.set_config('registry.reads_notices_of_others', coalesce(p_notices_of_others, false)::text, true),
         pg_catalog.set_config('role', 'registry_reader', true);
$$;
COMMENT ON PROCEDURE registry.read_for IS 'p_regions are patterns such as 1506%, with the retired codes that went on in the caller''s regions.';

CREATE FUNCTION registry.reader() RETURNS text
LANGUAGE sql STABLE RETURN nullif(current_setting('registry.reader', true), '');

CREATE FUNCTION registry.readers_regions() RETURNS text[]
LANGUAGE sql STABLE RETURN coalesce(nullif(current_setting('registry.readers_regions', true), ''), '{}')::text[];

CREATE FUNCTION registry.reads_checks_of_others() RETURNS boolean
LANGUAGE sql STABLE RETURN coalesce(nullif(current_setting('registry.reads_checks_of_others', true), ''), 'false')::boolean;

CREATE FUNCTION registry.reads_notices_of_others() RETURNS boolean
LANGUAGE sql STABLE RETURN coalesce(nullif(current_setting('registry.reads_notices_of_others', true), ''), 'false')::boolean;

-- The reader, and everybody of the same department.
CREATE FUNCTION registry.readers_colleagues() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT array_agg(colleague) FROM (
    SELECT registry.reader() AS colleague
     UNION ALL
    SELECT client_id FROM security.api_clients WHERE department = nullif(current_setting('registry.readers_department', true), '')
     UNION ALL
    SELECT user_id FROM security.users WHERE department = nullif(current_setting('registry.readers_department', true), '')) AS known;
$$;

-- A table with a policy for callers: closed but for the rows of the policy; the registry itself sees and writes all of them.
CREATE PROCEDURE registry.raise_wall(p_table regclass)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', p_table);
  EXECUTE format('CREATE POLICY the_registry_itself ON %s TO registry_app USING (true) WITH CHECK (true)', p_table);
  EXECUTE format('GRANT SELECT ON %s TO registry_reader', p_table);
END
$$;
REVOKE ALL ON PROCEDURE registry.raise_wall FROM PUBLIC;

CREATE POLICY within_reach ON registry.eligibility_checks FOR SELECT TO registry_reader USING (
  region LIKE ANY ((SELECT registry.readers_regions())::text[])
  AND ((SELECT registry.reads_checks_of_others()) OR client = ANY ((SELECT registry.readers_colleagues())::text[])));
CREATE POLICY within_reach ON registry.check_keys FOR SELECT TO registry_reader USING (client = (SELECT registry.reader()));
CREATE POLICY within_reach ON registry.applicant_files FOR SELECT TO registry_reader USING (client = (SELECT registry.reader()));

-- Of a notice that the reader may see. Read models come and go: the function finds the table when it is asked.
CREATE FUNCTION registry.reads_notice(p_notice uuid) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM read_model.caller_notice WHERE caller_notice.id = p_notice);
END
$$;
CREATE POLICY within_reach ON registry.affected_checks FOR SELECT TO registry_reader USING (registry.reads_notice(notice_id));

-- Who works for the whole country sees all; else all of the caller's regions lie in the reader's.
CREATE POLICY within_reach ON audit.entries FOR SELECT TO registry_reader USING (
  '%' = ANY ((SELECT registry.readers_regions())::text[])
  OR cardinality(regions) > 0
     AND NOT EXISTS (SELECT FROM unnest(regions) AS region WHERE NOT region LIKE ANY ((SELECT registry.readers_regions())::text[])));

CALL registry.raise_wall('registry.eligibility_checks');
CALL registry.raise_wall('registry.check_keys');
CALL registry.raise_wall('registry.applicant_files');
CALL registry.raise_wall('registry.affected_checks');
CALL registry.raise_wall('audit.entries');

-- Signed roots say nothing about anybody.
GRANT SELECT ON registry.receipt_roots TO registry_reader;

-- Where entries about a subject are: found by the index, which a policy would keep from being used, and read behind the wall.
CREATE FUNCTION audit.entries_about(p_subjects uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT id FROM audit.entries WHERE subjects && p_subjects;
$$;
REVOKE ALL ON FUNCTION audit.entries_about FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.entries_about TO registry_app, registry_reader;
