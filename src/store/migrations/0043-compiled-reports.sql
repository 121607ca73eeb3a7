CREATE TABLE compiled_receipt (
  -- Somebody recorded that the compiled report of a round was handed on. The newest one that was not taken back stands.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  obligation TEXT NOT NULL,
  period TEXT NOT NULL,
  -- Number and symbol of the document: "215/BC-SKHCN".
  document TEXT NOT NULL,
  sent_on TEXT NOT NULL,
  receipt TEXT NOT NULL UNIQUE,
  recorded_by INTEGER NOT NULL REFERENCES person (id),
  recorded_at INTEGER NOT NULL,
  taken_back_at INTEGER
) STRICT;
CREATE INDEX compiled_receipt_by_round ON compiled_receipt (obligation, period);

CREATE TABLE compiled_reminder (
  -- A coordinator was reminded of the compiled report of a round: once for each milestone of each deadline.
  obligation TEXT NOT NULL,
  period TEXT NOT NULL,
  last_good_day TEXT NOT NULL,
  milestone TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES person (id),
  decided_at INTEGER NOT NULL,
  PRIMARY KEY (obligation, period, last_good_day, milestone, person)
) STRICT;
CREATE INDEX compiled_reminder_by_person ON compiled_reminder (person, decided_at);
