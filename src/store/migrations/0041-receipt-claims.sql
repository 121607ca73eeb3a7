CREATE TABLE receipt_claim (
  -- A receipt that a restored database does not know and that its seal proves genuine: a coordinator takes it in. Once a receipt.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  receipt TEXT NOT NULL UNIQUE,
  task INTEGER NOT NULL REFERENCES task (id),
  version INTEGER NOT NULL,
  -- The moment and the standing that the seal vouches for.
  received_at INTEGER NOT NULL,
  timeliness TEXT NOT NULL CHECK (timeliness IN ('on_time', 'late')),
  -- The figures that it vouches for too, as JSON; null: they were not in what was pasted.
  report TEXT,
  claimed_by INTEGER NOT NULL REFERENCES person (id),
  claimed_at INTEGER NOT NULL,
  -- Who took it in, and when.
  taken_by INTEGER REFERENCES person (id),
  taken_at INTEGER
) STRICT;
CREATE INDEX receipt_claim_by_task ON receipt_claim (task);
