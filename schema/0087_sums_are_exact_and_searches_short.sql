-- What a node counted is added once, also when the node does not learn that it was added and says it again (ADR 0028).
CREATE TABLE security.use_exchanges (
  node    uuid        NOT NULL,
  number  bigint      NOT NULL,
  told_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT a_node_has_one_newest_exchange PRIMARY KEY (node)
);
COMMENT ON COLUMN security.use_exchanges.node IS 'A process, from its start to its end.';
COMMENT ON COLUMN security.use_exchanges.number IS 'Of the newest that was added.';

-- Says what all nodes have counted together, whether it adds or not. add_use of 0045 stays while nodes of the version before are replaced.
CREATE FUNCTION security.add_use_once(
  p_node uuid, p_number bigint,
  p_callers text[], p_days date[], p_regions text[], p_requests bigint[], p_persons bigint[], p_refused bigint[])
RETURNS TABLE (place bigint, all_persons bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO security.use_exchanges AS known (node, number) VALUES (p_node, p_number)
      ON CONFLICT (node) DO UPDATE SET number = excluded.number, told_at = excluded.told_at WHERE known.number < excluded.number;
  IF found THEN
    INSERT INTO security.daily_use AS use (caller, day, regions, requests, persons, refused)
    SELECT counted.caller, counted.day, string_to_array(counted.regions, ' '), counted.requests, counted.persons, counted.refused
      FROM unnest(p_callers, p_days, p_regions, p_requests, p_persons, p_refused) AS counted(caller, day, regions, requests, persons, refused)
     ORDER BY counted.caller, counted.day
        ON CONFLICT (caller, day) DO UPDATE
       SET regions = excluded.regions, requests = use.requests + excluded.requests, persons = use.persons + excluded.persons, refused = use.refused + excluded.refused;
    IF p_number = 1 THEN
      DELETE FROM security.use_exchanges AS former WHERE former.told_at < clock_timestamp() - interval '7 days';
    END IF;
  END IF;

  RETURN QUERY
  SELECT given.place, use.persons
    FROM unnest(p_callers, p_days) WITH ORDINALITY AS given(caller, day, place)
    JOIN security.daily_use AS use ON use.caller = given.caller AND use.day = given.day;
END
$$;
REVOKE ALL ON FUNCTION security.add_use_once FROM PUBLIC;
GRANT EXECUTE ON FUNCTION security.add_use_once TO registry_app;

-- Somebody looks every second for files that a dead node left half received, among all that were ever sent.
CREATE INDEX files_that_are_received ON registry.applicant_files (created_at) WHERE status = 'receiving';

-- Refusals are few among the entries, and are looked for alone.
CREATE INDEX entries_that_were_refused ON audit.entries (id) WHERE status IN (401, 403, 404, 429);
