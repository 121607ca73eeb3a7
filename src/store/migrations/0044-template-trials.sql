CREATE TABLE template_trial (
  -- A Word template that was sent at the board to be tried out, and what became of it; forgotten as files nobody used are.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file INTEGER NOT NULL REFERENCES stored_file (id),
  name TEXT NOT NULL,
  tried_by INTEGER NOT NULL REFERENCES person (id),
  tried_at INTEGER NOT NULL,
  -- Null: it is still being filled in.
  settled_at INTEGER,
  -- It was found sound: what may be taken, the draft it was filled in to, and a picture of its first pages where one could be made.
  template INTEGER REFERENCES template (id) ON DELETE SET NULL,
  draft INTEGER REFERENCES stored_file (id),
  picture INTEGER REFERENCES stored_file (id),
  -- Why it was not: a text as people read it, JSON.
  problem TEXT
) STRICT;
CREATE INDEX template_trial_by_time ON template_trial (tried_at);
CREATE INDEX template_trial_by_file ON template_trial (file);
CREATE INDEX template_trial_by_draft ON template_trial (draft);
CREATE INDEX template_trial_by_picture ON template_trial (picture);
CREATE INDEX template_trial_by_template ON template_trial (template);
