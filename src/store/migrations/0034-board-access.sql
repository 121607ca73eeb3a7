CREATE TABLE board_link (
  -- An address that leads to the board: "enter" lets one coordinator in, once; "view" shows the rounds, without people, to whoever has it.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('enter', 'view')),
  person INTEGER NOT NULL REFERENCES person (id),
  chat INTEGER NOT NULL REFERENCES chat (id),
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  -- When it was used, replaced by a newer one, or taken back.
  ended_at INTEGER
) STRICT;
CREATE TABLE board_session (
  -- A browser in which a coordinator is signed in to the board, known by the hash of its cookie. Ends in time, by hand, or with the chat that asked for it.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash TEXT NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person (id),
  chat INTEGER NOT NULL REFERENCES chat (id),
  begun_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX board_link_by_person ON board_link (person, kind);
CREATE INDEX board_session_by_person ON board_session (person);
