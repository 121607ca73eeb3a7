CREATE TABLE print_job (
  -- A file that was asked for and is still to be made; the row goes in the transaction that sends it, or says why it cannot be made.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  chat INTEGER NOT NULL REFERENCES chat (id),
  person INTEGER NOT NULL REFERENCES person (id),
  -- What, as JSON: see src/domain/print-order.ts.
  content TEXT NOT NULL,
  ordered_at INTEGER NOT NULL,
  -- How often it was begun: a file on which the process dies again and again is given up.
  tries INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX print_job_by_chat ON print_job (chat);
