CREATE TABLE assignment (
  -- A report, or a part of it, that somebody of a unit handed to a colleague with a date of its own.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task INTEGER NOT NULL REFERENCES task (id),
  person INTEGER NOT NULL REFERENCES person (id),
  given_by INTEGER NOT NULL REFERENCES person (id),
  -- What is wanted, in the giver's words; empty: the whole report.
  part TEXT NOT NULL,
  due_on TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  -- When the one reminder is due; null: it went, or the date was too near for one.
  remind_at INTEGER,
  -- taken_back by the unit; cleared: the report came in, or nobody owes it any more.
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'taken_back', 'cleared')),
  changed_at INTEGER NOT NULL,
  -- What was sent back: a draft for the report until that is sent.
  answer TEXT NOT NULL DEFAULT '',
  -- Its files: ids of attachments, as a JSON list.
  files TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX assignment_by_task ON assignment (task);
CREATE INDEX assignment_by_person ON assignment (person);
CREATE INDEX assignment_by_giver ON assignment (given_by);
CREATE INDEX assignment_to_remind ON assignment (remind_at) WHERE remind_at IS NOT NULL;
-- The same asked of the same person twice is asked once.
CREATE UNIQUE INDEX assignment_once ON assignment (task, person, part) WHERE state = 'open';
