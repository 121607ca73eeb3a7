CREATE TABLE promise (
  -- Until when somebody said a report would come. Until then nobody is chased for it; the newest of a task counts.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task INTEGER NOT NULL REFERENCES task (id),
  -- Who said it in chat; null: somebody on the phone.
  person INTEGER REFERENCES person (id),
  -- The coordinator who noted what was said on the phone.
  noted_by INTEGER REFERENCES person (id),
  said_at INTEGER NOT NULL,
  until INTEGER NOT NULL,
  -- When its time was up and that was dealt with: the one line after it was said, or nothing was owed any more.
  followed_at INTEGER
) STRICT;
CREATE INDEX promise_by_task ON promise (task, id);
CREATE INDEX promise_running ON promise (until) WHERE followed_at IS NULL;

CREATE TABLE contact (
  -- A coordinator tried to reach a unit without the bot, about one report.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task INTEGER NOT NULL REFERENCES task (id),
  by INTEGER NOT NULL REFERENCES person (id),
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('reached', 'no-answer')),
  promise INTEGER REFERENCES promise (id)
) STRICT;
CREATE INDEX contact_by_task ON contact (task, id);
