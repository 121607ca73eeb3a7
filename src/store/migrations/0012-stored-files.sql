CREATE TABLE stored_file (
  -- Bytes that came in or go out, equal ones once; in the database so that one backup holds everything. Dropped when nothing names them.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

INSERT INTO stored_file (sha256, size, bytes)
  SELECT sha256, size, bytes FROM attachment WHERE id IN (SELECT min(id) FROM attachment GROUP BY sha256) ORDER BY id;

ALTER TABLE attachment RENAME TO attachment_with_bytes;
CREATE TABLE attachment (
  -- A file a unit sent. Without a submission: not yet confirmed.
  id INTEGER PRIMARY KEY,
  inbound INTEGER REFERENCES inbound (id) ON DELETE SET NULL,
  chat INTEGER NOT NULL REFERENCES chat (id),
  submission INTEGER REFERENCES submission (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  file INTEGER NOT NULL REFERENCES stored_file (id)
) STRICT;

INSERT INTO attachment (id, inbound, chat, submission, name, media_type, received_at, file)
  SELECT a.id, a.inbound, a.chat, a.submission, a.name, a.media_type, a.received_at, f.id
  FROM attachment_with_bytes a JOIN stored_file f ON f.sha256 = a.sha256;
DROP TABLE attachment_with_bytes;
CREATE INDEX attachment_by_submission ON attachment (submission);
CREATE INDEX attachment_by_inbound ON attachment (inbound) WHERE inbound IS NOT NULL;
CREATE INDEX attachment_loose ON attachment (chat, received_at) WHERE submission IS NULL;
CREATE INDEX attachment_by_file ON attachment (file);

-- The file a message carries, until its outcome is written.
ALTER TABLE outbox ADD COLUMN file INTEGER REFERENCES stored_file (id);
-- 1 once a platform refused the file: the message says how to come by it instead.
ALTER TABLE outbox ADD COLUMN as_words INTEGER NOT NULL DEFAULT 0;
CREATE INDEX outbox_by_file ON outbox (file) WHERE file IS NOT NULL;

ALTER TABLE room_line ADD COLUMN file INTEGER REFERENCES stored_file (id);
CREATE INDEX room_line_by_file ON room_line (file) WHERE file IS NOT NULL;

CREATE TABLE download_link (
  -- An address where a stored file is fetched: "page" by a person, once; "picture" by a platform, any number of times.
  token_hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('page', 'picture')),
  file INTEGER NOT NULL REFERENCES stored_file (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  -- The message that names it, where it goes, and at which of its tries: an address of a try that was never made is of no use.
  outbox INTEGER NOT NULL REFERENCES outbox (id),
  chat INTEGER NOT NULL REFERENCES chat (id),
  attempt INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  -- When the button of the page was first pressed.
  taken_at INTEGER
) STRICT;
CREATE INDEX download_link_by_outbox ON download_link (outbox);
CREATE INDEX download_link_by_file ON download_link (file);
