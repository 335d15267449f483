-- What the registry knew at an instant is what stands in the log up to a position. Positions have no gap and recorded times
-- never fall, so the position is found by halving.

-- The last position recorded at or before p_instant, 0 before the first event, NULL for an instant that has not come yet.
-- The lock waits for the append under way: what is recorded from then on bears a later time, so the answer is final.
CREATE FUNCTION registry.position_at(p_instant timestamptz) RETURNS bigint
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  below bigint := 0;
  above bigint;
  middle bigint;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(registry.log_lock());
  IF p_instant > clock_timestamp() THEN
    RETURN NULL;
  END IF;

  SELECT log.position + 1 INTO above FROM registry.log_position AS log;
  WHILE above - below > 1 LOOP
    middle := (below + above) / 2;
    IF (SELECT event.timestamp <= p_instant FROM registry.mt_events AS event WHERE event.seq_id = middle) THEN
      below := middle;
    ELSE
      above := middle;
    END IF;
  END LOOP;
  RETURN below;
END
$$;
REVOKE ALL ON FUNCTION registry.position_at FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.position_at TO registry_app;
