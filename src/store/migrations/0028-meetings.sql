CREATE TABLE meeting (
  -- One code for a room full of people: who uses it waits until a coordinator confirms them. The code is forgotten when its time is over.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT UNIQUE,
  opened_at INTEGER NOT NULL,
  -- Null: the operator, in the shell.
  opened_by INTEGER REFERENCES person (id),
  expires_at INTEGER NOT NULL
) STRICT;
CREATE TABLE meeting_guest (
  -- Somebody who came in by a meeting's code and agreed. They hold no role until they are confirmed; whoever is struck out is deleted.
  meeting INTEGER NOT NULL REFERENCES meeting (id),
  person INTEGER NOT NULL REFERENCES person (id),
  -- Coordinators name them by it while they wait.
  number INTEGER NOT NULL,
  -- Null until they have chosen.
  unit TEXT REFERENCES unit (code),
  chosen_at INTEGER,
  confirmed_at INTEGER,
  PRIMARY KEY (meeting, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_guest_by_person ON meeting_guest (person);
