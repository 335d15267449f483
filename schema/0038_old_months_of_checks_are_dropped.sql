-- The record of checks grows by months and is forgotten by months: whole partitions, when the retention period of procedure.json is over and
-- somebody has confirmed it. What was dropped, when and under which period stays on record. Signed roots stay for ever (0032).

CREATE TABLE registry.dropped_check_months (
  month      date        NOT NULL,
  checks     bigint      NOT NULL,
  retention  text        NOT NULL,
  dropped_at timestamptz NOT NULL DEFAULT registry.clock(),
  CONSTRAINT a_month_is_dropped_once PRIMARY KEY (month)
);
GRANT SELECT ON registry.dropped_check_months TO registry_app;

-- The months that have a partition.
CREATE FUNCTION registry.check_months() RETURNS TABLE (month date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT to_date(right(part.relname, 7), 'YYYY_MM')
    FROM pg_inherits JOIN pg_class AS part ON part.oid = inhrelid
   WHERE inhparent = 'registry.eligibility_checks'::regclass AND part.relname ~ '^eligibility_checks_\d{4}_\d{2}$'
   ORDER BY 1
$$;

-- What was made of a month's checks: whom they asked about, and the callers' keys. At most so many rows at a time; 0 when there are none left.
CREATE FUNCTION registry.forget_check_month(p_month date, p_most integer) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  subjects integer;
  keys integer;
  first timestamptz := (p_month::text || ' 00:00:00+00')::timestamptz;
  next timestamptz := ((p_month + interval '1 month')::date::text || ' 00:00:00+00')::timestamptz;
BEGIN
  DELETE FROM registry.check_subjects WHERE ctid = ANY (ARRAY(
    SELECT asked.ctid FROM registry.eligibility_checks AS given JOIN registry.check_subjects AS asked ON asked.check_id = given.id
     WHERE given.checked_at >= first AND given.checked_at < next LIMIT p_most));
  GET DIAGNOSTICS subjects = ROW_COUNT;
  DELETE FROM registry.check_keys WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM registry.check_keys WHERE checked_at >= first AND checked_at < next LIMIT p_most));
  GET DIAGNOSTICS keys = ROW_COUNT;
  RETURN subjects + keys;
END
$$;

-- The month itself, with the files that ended before it was over: all their answers are gone with it or before.
CREATE FUNCTION registry.drop_check_month(p_month date, p_checks bigint, p_retention text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_month + interval '2 months' > registry.clock() THEN
    RAISE EXCEPTION 'The month % is not long over.', p_month;
  END IF;

  INSERT INTO registry.dropped_check_months (month, checks, retention) VALUES (p_month, p_checks, p_retention);
  DELETE FROM registry.applicant_files WHERE ended_at < ((p_month + interval '1 month')::date::text || ' 00:00:00+00')::timestamptz;
  EXECUTE format('DROP TABLE registry.%I', 'eligibility_checks_' || to_char(p_month, 'YYYY_MM'));
END
$$;
REVOKE ALL ON FUNCTION registry.check_months, registry.forget_check_month, registry.drop_check_month FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.check_months, registry.forget_check_month, registry.drop_check_month TO registry_app;
