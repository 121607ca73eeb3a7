CREATE TABLE one_off (
  -- A report asked for once, by a coordinator in chat ("báo cáo đột xuất"). Its obligation's code is dx_ and this id, never used again.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  form TEXT NOT NULL,
  -- Kinds of unit that owe it, as a JSON list; units: only these codes of them, or null for all.
  addressees TEXT NOT NULL,
  units TEXT,
  asked_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  word TEXT NOT NULL CHECK (word IN ('before', 'by')),
  asked_at INTEGER NOT NULL,
  asked_by INTEGER NOT NULL REFERENCES person (id),
  withdrawn_at INTEGER,
  reason TEXT
) STRICT;
