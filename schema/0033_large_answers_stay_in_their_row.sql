-- Rows of checks up to 8 kB are stored whole: for ten applicants a row would else be compressed and cut into pieces, though what the vault sealed
-- cannot be compressed.

CREATE OR REPLACE FUNCTION registry.ensure_check_partitions(p_day date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  first date;
  name text;
BEGIN
  FOREACH first IN ARRAY ARRAY[date_trunc('month', p_day)::date, (date_trunc('month', p_day) + interval '1 month')::date] LOOP
    name := 'eligibility_checks_' || to_char(first, 'YYYY_MM');
    IF to_regclass('registry.' || name) IS NULL THEN
      -- Two nodes may start at once.
      PERFORM pg_advisory_xact_lock(hashtext('registry.ensure_check_partitions'));
      EXECUTE format(
        'CREATE TABLE IF NOT EXISTS registry.%I PARTITION OF registry.eligibility_checks FOR VALUES FROM (%L) TO (%L) WITH (toast_tuple_target = 8160)',
        name, first::text || ' 00:00:00+00', (first + interval '1 month')::date::text || ' 00:00:00+00');
    END IF;
  END LOOP;
END
$$;

-- The partitions there are; new ones inherit the columns' storage.
ALTER TABLE registry.eligibility_checks ALTER COLUMN question SET STORAGE EXTERNAL, ALTER COLUMN commitments SET STORAGE EXTERNAL;
DO $$
DECLARE
  part regclass;
BEGIN
  FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'registry.eligibility_checks'::regclass LOOP
    EXECUTE format(
      'ALTER TABLE %s SET (toast_tuple_target = 8160), ALTER COLUMN question SET STORAGE EXTERNAL, ALTER COLUMN commitments SET STORAGE EXTERNAL', part);
  END LOOP;
END
$$;
