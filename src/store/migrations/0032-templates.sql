CREATE TABLE template (
  -- A Word template of the compiled report that a coordinator sent and that was found sound. None is lost: one can be taken back.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file INTEGER NOT NULL REFERENCES stored_file (id),
  name TEXT NOT NULL,
  offered_by INTEGER NOT NULL REFERENCES person (id),
  offered_at INTEGER NOT NULL,
  -- Null: only tried out so far. The one taken last and not taken back is in force; without one the plan folder's is.
  taken_at INTEGER,
  taken_by INTEGER REFERENCES person (id),
  ended_at INTEGER,
  ended_by INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX template_by_file ON template (file);
