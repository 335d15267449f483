-- drop_check_month of 0038. A file that was paused and never resumed has no end: it goes with the month in which it came, and its rows with it.
CREATE OR REPLACE FUNCTION registry.drop_check_month(p_month date, p_checks bigint, p_retention text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_month + interval '2 months' > registry.clock() THEN
    RAISE EXCEPTION 'The month % is not long over.', p_month;
  END IF;

  INSERT INTO registry.dropped_check_months (month, checks, retention) VALUES (p_month, p_checks, p_retention);
  DELETE FROM registry.applicant_files AS file
   WHERE coalesce(file.ended_at, CASE WHEN file.status = 'paused' THEN file.created_at END) < ((p_month + interval '1 month')::date::text || ' 00:00:00+00')::timestamptz;
  EXECUTE format('DROP TABLE registry.%I', 'eligibility_checks_' || to_char(p_month, 'YYYY_MM'));
END
$$;
