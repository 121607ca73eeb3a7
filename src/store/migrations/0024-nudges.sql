CREATE TABLE nudge (
  -- A coordinator chased who was missing in a round: in whose name, and in which words, the reminders are that it caused.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  obligation TEXT NOT NULL,
  period TEXT NOT NULL,
  by INTEGER NOT NULL REFERENCES person (id),
  at INTEGER NOT NULL,
  -- What the coordinator added; empty: nothing, or it was forgotten.
  words TEXT NOT NULL,
  -- 1: sent outside the sending hours too, as was chosen.
  at_once INTEGER NOT NULL CHECK (at_once IN (0, 1))
) STRICT;
