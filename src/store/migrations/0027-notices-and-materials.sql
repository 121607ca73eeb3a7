-- The file that goes with a notice.
ALTER TABLE notice ADD COLUMN file INTEGER REFERENCES stored_file (id);
ALTER TABLE notice ADD COLUMN file_name TEXT;
ALTER TABLE notice ADD COLUMN media_type TEXT;
-- When it is to go out; null: when it was written.
ALTER TABLE notice ADD COLUMN send_at INTEGER;
-- When it went out; null: it waits, or never will.
ALTER TABLE notice ADD COLUMN sent_at INTEGER;
-- 1: its receivers are asked to say that they have it.
ALTER TABLE notice ADD COLUMN wants_receipt INTEGER NOT NULL DEFAULT 0;
-- When it was taken back, or the rest of it; by whom: in the audit.
ALTER TABLE notice ADD COLUMN stopped_at INTEGER;
-- When its author was told how it ended.
ALTER TABLE notice ADD COLUMN summed_up_at INTEGER;
UPDATE notice SET sent_at = created_at, summed_up_at = created_at;
CREATE INDEX notice_waiting ON notice (send_at) WHERE sent_at IS NULL AND stopped_at IS NULL;
CREATE INDEX notice_on_its_way ON notice (id) WHERE sent_at IS NOT NULL AND summed_up_at IS NULL;
CREATE INDEX notice_by_time ON notice (created_at);
CREATE INDEX notice_by_file ON notice (file) WHERE file IS NOT NULL;

CREATE TABLE notice_receipt (
  -- Somebody said that they have a notice.
  notice INTEGER NOT NULL REFERENCES notice (id),
  person INTEGER NOT NULL REFERENCES person (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (notice, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_receipt_by_person ON notice_receipt (person);

CREATE TABLE material (
  -- An outline, a document or a link that coordinators hand out; kept with what replaced it, so that a link to it says so.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  topic TEXT NOT NULL,
  title TEXT NOT NULL,
  -- A link or a text, or the words beside a file.
  body TEXT NOT NULL,
  file INTEGER REFERENCES stored_file (id),
  file_name TEXT,
  media_type TEXT,
  added_by INTEGER NOT NULL REFERENCES person (id),
  added_at INTEGER NOT NULL,
  removed_at INTEGER,
  replaced_by INTEGER REFERENCES material (id)
) STRICT;
CREATE INDEX material_in_use ON material (topic) WHERE removed_at IS NULL;
CREATE INDEX material_by_file ON material (file) WHERE file IS NOT NULL;
