CREATE TABLE report_link (
  -- The page where one person fills in one report: shares the half typed report of a chat, and ends with the report or in time.
  token_hash TEXT PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (id),
  chat INTEGER NOT NULL REFERENCES chat (id),
  task INTEGER NOT NULL REFERENCES task (id),
  expires_at INTEGER NOT NULL,
  -- When the person handed in that report, by this page or otherwise.
  used_at INTEGER,
  -- The reminder that carries it, and at which of its tries: a page of a try that was never made is of no use.
  outbox INTEGER REFERENCES outbox (id),
  attempt INTEGER
) STRICT;
CREATE INDEX report_link_open ON report_link (person, task) WHERE used_at IS NULL;
CREATE INDEX report_link_by_outbox ON report_link (outbox) WHERE outbox IS NOT NULL;
