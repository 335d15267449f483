-- What persons wrote to appeals that are closed is forgotten by the month of the closing, when the period of retention.json is over and somebody has
-- confirmed it; not before their listing is over too, for until then answers carry the words. How many went, when and under which period stays.
CREATE TABLE registry.forgotten_appeal_words (
  month        date        NOT NULL,
  words        bigint      NOT NULL,
  retention    text        NOT NULL,
  forgotten_at timestamptz NOT NULL DEFAULT registry.clock(),
  CONSTRAINT words_of_a_month_are_counted_once PRIMARY KEY (month)
);
COMMENT ON TABLE registry.forgotten_appeal_words IS 'A month grows where a listing was over only later.';
GRANT SELECT ON registry.forgotten_appeal_words TO registry_app;

-- Words that nothing needs any more, by the first day of the month in which their appeal was closed. Read models are found when it is asked.
CREATE FUNCTION registry.words_of_closed_appeals() RETURNS TABLE (statement_id uuid, month date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT kept.statement_id, date_trunc('month', appeal.closed_on)::date
      FROM read_model.appeal JOIN vault.statements AS kept ON kept.statement_id = appeal.statement_id JOIN read_model.listing ON listing.id = appeal.listing_id
     WHERE appeal.closed_on IS NOT NULL AND listing.status IN ('dropped', 'annulled', 'repaired', 'lapsed');
END
$$;

CREATE FUNCTION registry.forget_words_of_closed_appeals(p_month date, p_retention text) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  gone bigint;
BEGIN
  IF p_month + interval '2 months' > registry.clock() THEN
    RAISE EXCEPTION 'The month % is not long over.', p_month;
  END IF;

  DELETE FROM vault.statements USING registry.words_of_closed_appeals() AS closed WHERE closed.month = p_month AND closed.statement_id = statements.statement_id;
  GET DIAGNOSTICS gone = ROW_COUNT;
  INSERT INTO registry.forgotten_appeal_words AS told (month, words, retention) VALUES (p_month, gone, p_retention)
    ON CONFLICT (month) DO UPDATE SET words = told.words + excluded.words, retention = excluded.retention, forgotten_at = excluded.forgotten_at;
  RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION registry.words_of_closed_appeals, registry.forget_words_of_closed_appeals FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.words_of_closed_appeals, registry.forget_words_of_closed_appeals TO registry_app;
