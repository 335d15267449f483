-- What the registry does by itself, on one node at a time: whose turn it is, and the fence that keeps out whoever lost it (ADR 0014).

-- The clock of jobs, leases and deadlines. Nothing of theirs reads another one, so that a test moves time by replacing it.
CREATE FUNCTION registry.clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT pg_catalog.clock_timestamp()';

CREATE TABLE registry.job_leases (
  job              text        NOT NULL,
  epoch            bigint      NOT NULL,
  holder           text        NOT NULL,
  lease_until      timestamptz NOT NULL,
  seen_at          timestamptz NOT NULL,
  last_started_at  timestamptz NULL,
  last_finished_at timestamptz NULL,
  last_failed_at   timestamptz NULL,
  last_error       text        NULL,
  CONSTRAINT a_job_has_one_lease PRIMARY KEY (job)
);
COMMENT ON COLUMN registry.job_leases.epoch IS 'Raised whenever the lease is taken after it had ended: whatever was begun under a lower one is refused.';
COMMENT ON COLUMN registry.job_leases.seen_at IS 'When a node last stood ready to run the job.';
COMMENT ON COLUMN registry.job_leases.last_error IS 'Code of what the last turn failed with; null when it went well.';

-- Times in which no node stood ready to run the job.
CREATE TABLE registry.job_outages (
  job   text        NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz NOT NULL,
  CONSTRAINT an_outage_begins_once PRIMARY KEY (job, since)
);

-- Takes or renews the lease; no row when another node holds it. A turn is due when the interval since the last one began is over,
-- or when the lease changed hands: what the last holder was at may be unfinished.
CREATE FUNCTION registry.take_lease(p_job text, p_holder text, p_lease interval, p_interval interval)
RETURNS TABLE (turn_epoch bigint, turn_at timestamptz, turn_is_due boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  known registry.job_leases;
  taken boolean;
BEGIN
  -- The usual case on all nodes but one, without a lock.
  IF EXISTS (SELECT FROM registry.job_leases AS lease
              WHERE lease.job = p_job AND lease.holder <> p_holder AND lease.lease_until > registry.clock()) THEN
    RETURN;
  END IF;

  INSERT INTO registry.job_leases (job, epoch, holder, lease_until, seen_at) VALUES (p_job, 0, '', '-infinity', registry.clock())
      ON CONFLICT (job) DO NOTHING;
  -- Lock first, read second: it waits for what is being written under the present epoch.
  SELECT * INTO known FROM registry.job_leases AS lease WHERE lease.job = p_job FOR NO KEY UPDATE;
  turn_at := registry.clock();
  IF known.holder <> p_holder AND known.lease_until > turn_at THEN
    RETURN;
  END IF;

  IF turn_at - known.seen_at > 2 * p_lease THEN
    INSERT INTO registry.job_outages (job, since, until) VALUES (p_job, known.seen_at, turn_at) ON CONFLICT DO NOTHING;
  END IF;

  taken := known.holder <> p_holder OR known.lease_until <= turn_at;
  turn_is_due := taken OR known.last_started_at IS NULL OR known.last_started_at + p_interval <= turn_at;
  UPDATE registry.job_leases AS lease
     SET epoch = lease.epoch + taken::integer, holder = p_holder, lease_until = turn_at + p_lease, seen_at = turn_at,
         last_started_at = CASE WHEN turn_is_due THEN turn_at ELSE lease.last_started_at END
   WHERE lease.job = p_job
  RETURNING lease.epoch INTO turn_epoch;
  RETURN NEXT;
END
$$;

-- In the middle of a turn. False when the lease is lost.
CREATE FUNCTION registry.renew_lease(p_job text, p_epoch bigint, p_lease interval) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE registry.job_leases AS lease SET lease_until = registry.clock() + p_lease, seen_at = registry.clock()
   WHERE lease.job = p_job AND lease.epoch = p_epoch;
  RETURN found;
END
$$;

CREATE FUNCTION registry.finish_turn(p_job text, p_epoch bigint, p_error text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE registry.job_leases AS lease
     SET last_finished_at = registry.clock(), seen_at = registry.clock(), last_error = p_error,
         last_failed_at = CASE WHEN p_error IS NULL THEN lease.last_failed_at ELSE registry.clock() END
   WHERE lease.job = p_job AND lease.epoch = p_epoch;
$$;

-- A node that ends in order lets the next one begin at once.
CREATE FUNCTION registry.release_leases(p_holder text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE registry.job_leases AS lease SET lease_until = registry.clock() WHERE lease.holder = p_holder AND lease.lease_until > registry.clock();
$$;

-- First in a transaction that writes a table, or beside an append in its own: whoever takes a lease now waits for the commit, and
-- what comes from a lost one is refused.
--   RG004  leases are lost. The message is a JSON array of {job, epoch}.
CREATE FUNCTION registry.fence(p_jobs text[], p_epochs bigint[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  lost jsonb;
BEGIN
  PERFORM FROM registry.job_leases AS lease WHERE lease.job = ANY (p_jobs) ORDER BY lease.job FOR SHARE;
  SELECT jsonb_agg(DISTINCT jsonb_build_object('job', given.job, 'epoch', given.epoch)) INTO lost
    FROM unnest(p_jobs, p_epochs) AS given(job, epoch)
   WHERE NOT EXISTS (SELECT FROM registry.job_leases AS lease WHERE lease.job = given.job AND lease.epoch = given.epoch);
  IF lost IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'RG004', MESSAGE = lost::text;
  END IF;
END
$$;

REVOKE ALL ON FUNCTION registry.take_lease, registry.renew_lease, registry.finish_turn, registry.release_leases, registry.fence FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.take_lease, registry.renew_lease, registry.finish_turn, registry.release_leases, registry.fence TO registry_app;
GRANT EXECUTE ON FUNCTION registry.clock TO registry_app;
GRANT SELECT ON registry.job_leases, registry.job_outages TO registry_app;
