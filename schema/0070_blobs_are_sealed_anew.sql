-- Persons' words and papers come under a new master key as everything else does that stays. Bytes 2 to 5 of a sealed blob are the number of its master key.
CREATE INDEX statements_under_a_master_key ON vault.statements (substr(sealed, 2, 4));
CREATE INDEX papers_under_a_master_key ON vault.papers (substr(sealed, 2, 4));

-- The same content under another master key. What was destroyed meanwhile, or sealed anew by somebody else, stays as it is.
CREATE FUNCTION vault.reseal_statements(p_ids text[], p_before bytea[], p_after bytea[]) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  WITH changed AS (
    UPDATE vault.statements AS kept SET sealed = given.after FROM unnest(p_ids, p_before, p_after) AS given (id, before, after)
     WHERE kept.statement_id = given.id::uuid AND kept.sealed = given.before
    RETURNING kept.statement_id)
  SELECT count(*)::integer FROM changed
$$;

CREATE FUNCTION vault.reseal_papers(p_ids text[], p_before bytea[], p_after bytea[]) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  WITH changed AS (
    UPDATE vault.papers AS kept SET sealed = given.after FROM unnest(p_ids, p_before, p_after) AS given (id, before, after)
     WHERE kept.paper_id = given.id::uuid AND kept.sealed = given.before
    RETURNING kept.paper_id)
  SELECT count(*)::integer FROM changed
$$;
REVOKE ALL ON FUNCTION vault.reseal_statements, vault.reseal_papers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault.reseal_statements, vault.reseal_papers TO registry_app;
