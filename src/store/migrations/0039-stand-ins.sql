CREATE TABLE stand_in (
  -- Somebody takes a colleague's place as the unit's liaison for a stretch of days. Until they agreed nothing changes.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  unit TEXT NOT NULL REFERENCES unit (code),
  absent INTEGER NOT NULL REFERENCES person (id),
  substitute INTEGER NOT NULL REFERENCES person (id),
  -- The first and the last day.
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  proposed_by INTEGER NOT NULL REFERENCES person (id),
  proposed_at INTEGER NOT NULL,
  -- running: the substitute gets the reminders; ended: its last day is over, or somebody ended it.
  state TEXT NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'agreed', 'running', 'declined', 'ended')),
  changed_at INTEGER NOT NULL,
  -- 1: the role by which the substitute reports was given for this, and ends with it.
  granted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX stand_in_live ON stand_in (unit) WHERE state IN ('proposed', 'agreed', 'running');
CREATE INDEX stand_in_by_absent ON stand_in (absent);
CREATE INDEX stand_in_by_substitute ON stand_in (substitute);
