-- The overview counts the checks of the last days by verdict, within the reader's regions: from the index alone. It grows at its end, as checks
-- come, and goes with its month.
CREATE INDEX checks_by_time ON registry.eligibility_checks (checked_at) INCLUDE (region, verdict);
