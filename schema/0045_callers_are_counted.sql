-- How much each caller asks a day, as the nodes add it up every few seconds (ADR 0028). Budgets are weighed against it; auditors compare days.
CREATE TABLE security.daily_use (
  caller   text    NOT NULL,
  day      date    NOT NULL,
  regions  text[]  NOT NULL,
  requests bigint  NOT NULL,
  persons  bigint  NOT NULL,
  refused  bigint  NOT NULL,
  CONSTRAINT a_caller_has_one_sum_a_day PRIMARY KEY (caller, day)
);
COMMENT ON COLUMN security.daily_use.day IS 'In Asia/Shanghai.';
COMMENT ON COLUMN security.daily_use.regions IS 'The caller''s, as the newest token said.';
COMMENT ON COLUMN security.daily_use.persons IS 'Applicants that were asked about.';
COMMENT ON COLUMN security.daily_use.refused IS 'Requests that were over a limit, or came while the caller was paused.';

-- Adds what one node counted, and says what all nodes have counted together.
CREATE FUNCTION security.add_use(p_callers text[], p_day date, p_regions text[], p_requests bigint[], p_persons bigint[], p_refused bigint[])
RETURNS TABLE (place bigint, all_persons bigint)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH added AS (
    INSERT INTO security.daily_use AS use (caller, day, regions, requests, persons, refused)
    SELECT counted.caller, p_day, string_to_array(counted.regions, ' '), counted.requests, counted.persons, counted.refused
      FROM unnest(p_callers, p_regions, p_requests, p_persons, p_refused) AS counted(caller, regions, requests, persons, refused)
     ORDER BY counted.caller
        ON CONFLICT (caller, day) DO UPDATE
       SET regions = excluded.regions, requests = use.requests + excluded.requests, persons = use.persons + excluded.persons, refused = use.refused + excluded.refused
    RETURNING use.caller, use.persons)
  SELECT given.place, added.persons FROM unnest(p_callers) WITH ORDINALITY AS given(caller, place) JOIN added USING (caller);
$$;
REVOKE ALL ON FUNCTION security.add_use FROM PUBLIC;
GRANT EXECUTE ON FUNCTION security.add_use TO registry_app;
GRANT SELECT ON security.daily_use TO registry_app;
