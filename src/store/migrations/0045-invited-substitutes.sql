CREATE TABLE invited_substitute (
  -- An invitation for somebody who is to stand in for a liaison on these days, as soon as they have joined by it.
  invitation INTEGER PRIMARY KEY REFERENCES invitation (id),
  absent INTEGER NOT NULL REFERENCES person (id),
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL
) STRICT;
CREATE INDEX invited_substitute_by_absent ON invited_substitute (absent);
