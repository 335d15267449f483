-- The audit goes by months, as the checks do (0038): whole partitions, when the retention period of retention.json is over and somebody has confirmed it.
-- What was dropped stays on record here and in the audit itself; the signed roots, with the hashes of what is gone, stay for ever.

CREATE TABLE audit.dropped_months (
  month      date        NOT NULL,
  entries    bigint      NOT NULL,
  retention  text        NOT NULL,
  dropped_at timestamptz NOT NULL DEFAULT registry.clock(),
  CONSTRAINT a_month_of_the_audit_is_dropped_once PRIMARY KEY (month)
);
GRANT SELECT ON audit.dropped_months TO registry_app;

-- The months that have a partition.
CREATE FUNCTION audit.months() RETURNS TABLE (month date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT to_date(right(part.relname, 7), 'YYYY_MM')
    FROM pg_inherits JOIN pg_class AS part ON part.oid = inhrelid
   WHERE inhparent = 'audit.entries'::regclass AND part.relname ~ '^entries_\d{4}_\d{2}$'
   ORDER BY 1
$$;

-- How many entries the month had.
CREATE FUNCTION audit.drop_month(p_month date, p_retention text) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  name text := 'entries_' || to_char(p_month, 'YYYY_MM');
  entries bigint;
BEGIN
  IF p_month + interval '2 months' > registry.clock() THEN
    RAISE EXCEPTION 'The month % is not long over.', p_month;
  END IF;

  EXECUTE format('SELECT count(*) FROM audit.%I', name) INTO entries;
  INSERT INTO audit.dropped_months (month, entries, retention) VALUES (p_month, entries, p_retention);
  EXECUTE format('DROP TABLE audit.%I', name);
  RETURN entries;
END
$$;
REVOKE ALL ON FUNCTION audit.months, audit.drop_month FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.months, audit.drop_month TO registry_app;
