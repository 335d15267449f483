-- Running numbers of documents, such as listings: unique and rising within a series. A number that was drawn for a command
-- that was then refused is not given again; gaps mean nothing.
CREATE TABLE registry.number_series (
  series text   NOT NULL,
  last   bigint NOT NULL,
  CONSTRAINT pk_number_series PRIMARY KEY (series)
);
GRANT SELECT, INSERT, UPDATE ON registry.number_series TO registry_app;
