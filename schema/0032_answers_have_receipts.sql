-- The answers of one commit are the leaves of a Merkle tree whose root is signed once; the root is stored with them (ADR 0020).

CREATE TABLE registry.receipt_roots (
  chain       uuid        NOT NULL,
  number      bigint      NOT NULL,
  previous    bytea       NOT NULL,
  head        bytea       NOT NULL,
  position    bigint      NOT NULL,
  leaves      bytea       NOT NULL,
  kid         text        NOT NULL,
  signature   bytea       NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT a_chain_has_one_root_of_a_number PRIMARY KEY (chain, number),
  CONSTRAINT roots_are_numbered_from_one CHECK (number >= 1),
  CONSTRAINT heads_are_sha_256 CHECK (octet_length(previous) = 32 AND octet_length(head) = 32),
  CONSTRAINT leaves_are_sha_256 CHECK (octet_length(leaves) > 0 AND octet_length(leaves) % 32 = 0),
  CONSTRAINT a_signature_has_64_bytes CHECK (octet_length(signature) = 64)
);
COMMENT ON COLUMN registry.receipt_roots.chain IS 'One node signs it and nobody else; it starts another at each start and after each outcome that it does not know.';
COMMENT ON COLUMN registry.receipt_roots.previous IS 'Head of the root before it; 32 zero bytes before the first.';
COMMENT ON COLUMN registry.receipt_roots.head IS 'SHA-256 of the statement that is signed.';
COMMENT ON COLUMN registry.receipt_roots.position IS 'Every answer under the root saw the log at least up to here.';
COMMENT ON COLUMN registry.receipt_roots.leaves IS 'The leaf hashes, 32 bytes each: any path is made from them, also when other answers are gone.';

CREATE TRIGGER roots_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.receipt_roots
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_to_change_the_log();
GRANT SELECT ON registry.receipt_roots TO registry_app;

ALTER TABLE registry.eligibility_checks
  ADD COLUMN root_chain     uuid    NULL,
  ADD COLUMN root_number    bigint  NULL,
  ADD COLUMN leaf           integer NULL,
  ADD COLUMN reliable_until date    NULL,
  ADD COLUMN commitments    bytea   NULL;
COMMENT ON COLUMN registry.eligibility_checks.leaf IS 'Place of the answer under its root, from 0; no root for answers older than receipts.';
COMMENT ON COLUMN registry.eligibility_checks.commitments IS
  'Salt (16 bytes), digest of the question (32), then for each applicant the number of digests (1) and these (32 each).';

-- record_checks of 0020, with the signed root of the group's answers.
DROP FUNCTION registry.record_checks;
CREATE FUNCTION registry.record_checks(
  p_floor      bigint, p_positions bigint[],
  p_ids        uuid[], p_times timestamptz[], p_clients text[], p_references text[], p_regions text[],
  p_verdicts   smallint[], p_answers bytea[], p_questions bytea[], p_keys text[], p_macs bytea[],
  p_reliable   date[], p_commitments bytea[],
  p_chain      uuid, p_number bigint, p_previous bytea, p_head bytea, p_position bigint, p_leaves bytea, p_kid text, p_signature bytea,
  OUT stored boolean, OUT log_position bigint, OUT known_keys integer[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  lowest bigint := (SELECT min(position) FROM unnest(p_positions) AS position);
BEGIN
  PERFORM pg_advisory_xact_lock_shared(registry.log_lock());
  SELECT log.position INTO log_position FROM registry.log_position AS log;
  stored := lowest = log_position OR lowest >= p_floor;
  IF NOT stored THEN
    RETURN;
  END IF;

  IF cardinality(array_remove(p_keys, NULL)) > 0 THEN
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
     root_chain, root_number, leaf, reliable_until, commitments)
  SELECT c.id, c.time, c.client, c.reference, c.region, c.verdict, c.position, record_checks.log_position, c.answer, c.question,
         p_chain, p_number, c.place - 1, c.reliable_until, c.commitments
    FROM unnest(p_positions, p_ids, p_times, p_clients, p_references, p_regions, p_verdicts, p_answers, p_questions, p_reliable, p_commitments)
         WITH ORDINALITY AS c(position, id, time, client, reference, region, verdict, answer, question, reliable_until, commitments, place)
   WHERE known_keys IS NULL OR c.place <> ALL (known_keys);
END
$$;
REVOKE ALL ON FUNCTION registry.record_checks FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.record_checks TO registry_app;
