-- When the person was last shown that the words they agreed to have changed.
ALTER TABLE person ADD COLUMN consent_shown_at INTEGER;
CREATE TABLE data_request (
  -- What somebody asks about their own data. Due two working days later (Decree 356/2025/NĐ-CP); goes with the person.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person (id),
  text TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  answered_at INTEGER,
  answered_by INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX data_request_open ON data_request (id) WHERE answered_at IS NULL;
-- What one person sent, for the copy they may ask for.
CREATE INDEX submission_by_person ON submission (person);
