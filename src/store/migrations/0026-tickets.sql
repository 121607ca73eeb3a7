CREATE TABLE ticket (
  -- A difficulty somebody raised, in words of their own or in a report; its number is what people call it by.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  asker INTEGER NOT NULL REFERENCES person (id),
  -- The unit it is raised for; null: the province's own people.
  unit TEXT REFERENCES unit (code),
  -- The report it stands in; null: typed for itself.
  task INTEGER REFERENCES task (id),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'closed')),
  -- The coordinator who takes care of it.
  owner INTEGER REFERENCES person (id),
  opened_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  -- When the coordinators were told of what was asked last; null: not yet.
  told_at INTEGER
) STRICT;
CREATE INDEX ticket_open ON ticket (opened_at) WHERE state = 'open';
CREATE INDEX ticket_by_unit ON ticket (unit, id);
CREATE INDEX ticket_by_asker ON ticket (asker, id);
CREATE INDEX ticket_by_owner ON ticket (owner) WHERE owner IS NOT NULL;
CREATE UNIQUE INDEX ticket_of_report ON ticket (task) WHERE task IS NOT NULL;
CREATE INDEX ticket_by_opening ON ticket (opened_at);

CREATE TABLE ticket_line (
  -- What was said about a difficulty, in order: by who raised it, or by a coordinator.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket INTEGER NOT NULL REFERENCES ticket (id),
  person INTEGER NOT NULL REFERENCES person (id),
  side TEXT NOT NULL CHECK (side IN ('asker', 'desk')),
  at INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX ticket_line_by_ticket ON ticket_line (ticket, id);
