-- record_checks of 0081, with one position for the whole group, which its root is signed for: where answers saw the log up to different positions, the lowest of
-- these is not where the log stands, and they are made anew at one. Keys are NULL where nobody of the group has one.
DROP FUNCTION registry.record_checks;
CREATE FUNCTION registry.record_checks(
  p_floor      bigint,
  p_ids        uuid[], p_times timestamptz[], p_clients text[], p_references text[], p_regions text[],
  p_verdicts   smallint[], p_answers bytea[], p_questions bytea[], p_identities bytea[], p_keys text[], p_macs bytea[],
  p_reliable   date[], p_commitments bytea[],
  p_chain      uuid, p_number bigint, p_previous bytea, p_head bytea, p_position bigint, p_leaves bytea, p_kid text, p_signature bytea,
  OUT stored boolean, OUT log_position bigint, OUT known_keys integer[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(registry.log_lock());
  SELECT log.position INTO log_position FROM registry.log_position AS log;
  stored := p_position = log_position OR p_position >= p_floor;
  IF NOT stored THEN
    RETURN;
  END IF;

  IF p_keys IS NOT NULL THEN
    WITH taken AS (
      INSERT INTO registry.check_keys (client, key, request_mac, check_id, checked_at)
      SELECT c.client, c.key, c.mac, c.id, c.time
        FROM unnest(p_clients, p_keys, p_macs, p_ids, p_times) AS c(client, key, mac, id, time)
       WHERE c.key IS NOT NULL
       ORDER BY c.client, c.key
          ON CONFLICT (client, key) DO NOTHING
      RETURNING check_id)
    SELECT array_agg(c.place::integer) INTO known_keys
      FROM unnest(p_ids, p_keys) WITH ORDINALITY AS c(id, key, place)
     WHERE c.key IS NOT NULL AND c.id NOT IN (SELECT check_id FROM taken);
  END IF;

  -- Answers that are left out stay leaves of the tree: it was signed before anybody knew.
  INSERT INTO registry.receipt_roots (chain, number, previous, head, position, leaves, kid, signature)
  VALUES (p_chain, p_number, p_previous, p_head, p_position, p_leaves, p_kid, p_signature);

  INSERT INTO registry.eligibility_checks
    (id, checked_at, client, application_reference, region, verdict, log_position, recorded_position, answer, question,
     root_chain, root_number, leaf, reliable_until, commitments, identities)
  SELECT c.id, c.time, c.client, c.reference, c.region, c.verdict, p_position, record_checks.log_position, c.answer, c.question,
         p_chain, p_number, c.place - 1, c.reliable_until, c.commitments, c.identities
    FROM unnest(p_ids, p_times, p_clients, p_references, p_regions, p_verdicts, p_answers, p_questions, p_reliable, p_commitments, p_identities)
         WITH ORDINALITY AS c(id, time, client, reference, region, verdict, answer, question, reliable_until, commitments, identities, place)
   WHERE known_keys IS NULL OR c.place <> ALL (known_keys);
END
$$;
REVOKE ALL ON FUNCTION registry.record_checks FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.record_checks TO registry_app;
