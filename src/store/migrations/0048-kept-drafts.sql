CREATE TABLE kept_draft (
  -- A half typed report that was put away for another one, beside the one that was put away last: one for each report of a chat.
  chat INTEGER NOT NULL REFERENCES chat (id),
  task INTEGER NOT NULL REFERENCES task (id),
  -- As the dialog keeps it, JSON.
  content TEXT NOT NULL,
  kept_at INTEGER NOT NULL,
  PRIMARY KEY (chat, task)
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_draft_by_task ON kept_draft (task);
CREATE INDEX kept_draft_by_time ON kept_draft (kept_at);
