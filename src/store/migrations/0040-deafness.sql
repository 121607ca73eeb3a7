CREATE TABLE deaf_interval (
  -- A stretch in which one bot heard nobody: its process was not running, or the platform could not be reached or refused.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL,
  bot TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('down', 'dark')),
  from_at INTEGER NOT NULL,
  -- Null: it still hears nobody.
  to_at INTEGER
) STRICT;
CREATE INDEX deaf_interval_by_end ON deaf_interval (to_at);

CREATE TABLE deaf_offer (
  -- Coordinators were asked whether the units that could not reach the bot before that cut-off get more time. Once for each.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  obligation TEXT NOT NULL,
  period TEXT NOT NULL,
  cut_off_at INTEGER NOT NULL,
  -- What the extension's reason says.
  evidence TEXT NOT NULL,
  -- The tasks, each with its schedule version when it was asked about: JSON.
  seen TEXT NOT NULL,
  -- The new last good day that is offered.
  until_on TEXT NOT NULL,
  offered_at INTEGER NOT NULL,
  -- When one of them extended, or there was nobody to extend for.
  done_at INTEGER,
  UNIQUE (obligation, period, cut_off_at)
) STRICT;
