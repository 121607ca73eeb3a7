CREATE TABLE own_hour (
  -- The hour of the day at which somebody wants their ordinary reminders; without a row it is the plan's.
  person INTEGER PRIMARY KEY REFERENCES person (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE snooze (
  -- Somebody asked to be reminded of one report again at that moment.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person (id),
  task INTEGER NOT NULL REFERENCES task (id),
  asked_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  -- When it was dealt with: reminded, called off, replaced by a later wish, or nothing was owed any more.
  done_at INTEGER
) STRICT;
CREATE INDEX snooze_due ON snooze (due_at) WHERE done_at IS NULL;
-- The newest wish about a report is the one that counts.
CREATE UNIQUE INDEX snooze_once ON snooze (person, task) WHERE done_at IS NULL;
CREATE INDEX snooze_by_task ON snooze (task);
