CREATE TABLE undo (
  -- What somebody did and may take back for a while. Content: what taking it back needs, by kind; never words of others.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  until INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;
CREATE INDEX undo_by_person ON undo (person, until) WHERE undone_at IS NULL;

-- Who moved the task into its state, and when; null where the plan or the unit itself did, or an earlier release.
ALTER TABLE task ADD COLUMN state_by INTEGER REFERENCES person (id);
ALTER TABLE task ADD COLUMN state_at INTEGER;
-- Keys of the fields that a returned report is to be corrected in, as a JSON list; null = none in particular.
ALTER TABLE task ADD COLUMN objected TEXT;

CREATE TABLE extension (
  -- A later deadline of one task: until when, why, and who granted it. The newest one that was not taken back is in force.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task INTEGER NOT NULL REFERENCES task (id),
  last_good_day TEXT NOT NULL,
  reason TEXT NOT NULL,
  granted_by INTEGER NOT NULL REFERENCES person (id),
  granted_at INTEGER NOT NULL,
  taken_back_at INTEGER
) STRICT;
CREATE INDEX extension_by_task ON extension (task, id) WHERE taken_back_at IS NULL;
