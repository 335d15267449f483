-- What an append rests on besides the versions of streams. A row beside the log asks for it: behind registry.append, where nobody else appends before the
-- commit. Where it does not hold any more, nothing of the request is stored, and it is decided anew.
--   RG005  it does not hold.
CREATE FUNCTION registry.demand(p_holds boolean) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_holds IS NOT TRUE THEN
    RAISE EXCEPTION 'What the append rests on does not hold any more.' USING ERRCODE = 'RG005';
  END IF;
END
$$;
REVOKE ALL ON FUNCTION registry.demand FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.demand TO registry_app;
