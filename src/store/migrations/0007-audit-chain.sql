-- Each entry carries the hash of itself and of the entry before it, so that a changed or missing one shows (npm run audit:check).
-- Entries older than this column are chained when the database is next opened.
ALTER TABLE audit ADD COLUMN hash TEXT;
