CREATE TABLE chat_traffic (
  -- How much a chat wrote and was answered, this hour and this day. Counts and nothing else, forgotten after the day: limits and the alert about floods stand on them.
  chat INTEGER PRIMARY KEY REFERENCES chat (id) ON DELETE CASCADE,
  -- Whole hours since 1970.
  hour INTEGER NOT NULL,
  -- In the plan's zone.
  day TEXT NOT NULL,
  -- Updates on that day.
  written INTEGER NOT NULL,
  answered_in_hour INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  -- The limit the chat was told of last, so that it is told once.
  told TEXT,
  -- The day on which the coordinators heard of this chat.
  alerted_on TEXT
) STRICT;
-- The few that are loud: looked for at every tick.
CREATE INDEX chat_traffic_loud ON chat_traffic (day) WHERE written >= 300;
