CREATE TABLE unread (
  -- What a platform handed over and the bot could not read, as it came: a later version may. Forgotten after a month.
  id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  bot TEXT NOT NULL,
  body TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  UNIQUE (channel, bot, body)
) STRICT;
