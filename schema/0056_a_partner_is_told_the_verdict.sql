-- How much the caller of a file is told of each row; those that came before were told the grounds.
ALTER TABLE registry.applicant_files ADD COLUMN disclosed text NOT NULL DEFAULT 'grounds';
