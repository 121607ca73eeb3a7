CREATE TABLE question (
  -- Something people are asked in a message of its own and that is decided once, by whoever answers first: linking an app, a second liaison, standing in.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('link', 'second-liaison', 'stand-in')),
  -- Whom it is about: the owner of the code, the newcomer, the substitute.
  person INTEGER NOT NULL REFERENCES person (id),
  unit TEXT REFERENCES unit (code),
  -- Of a link: the hash of the code, the chat that made it, the chat that asks, as whom, under which name (blank once decided).
  code_hash TEXT,
  asked_in INTEGER REFERENCES chat (id),
  asker INTEGER REFERENCES chat (id),
  asker_person INTEGER REFERENCES person (id),
  asker_name TEXT NOT NULL DEFAULT '',
  asked_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  decided_at INTEGER,
  decided_by INTEGER REFERENCES person (id),
  answer TEXT
) STRICT;
CREATE INDEX question_open ON question (kind, expires_at) WHERE decided_at IS NULL;
CREATE INDEX question_by_person ON question (person);
CREATE INDEX question_by_asker ON question (asker) WHERE asker IS NOT NULL;
-- Where a link code was made: only there it is confirmed. Codes of earlier releases, good for half an hour, work no more.
ALTER TABLE link_code ADD COLUMN chat INTEGER REFERENCES chat (id);
DELETE FROM link_code;
-- Since when a chat leads to its person; null = from before this was noted.
ALTER TABLE chat ADD COLUMN linked_at INTEGER;
-- What somebody did lately: a refusal or a reading is noted once an hour.
CREATE INDEX audit_by_person ON audit (person, at);
