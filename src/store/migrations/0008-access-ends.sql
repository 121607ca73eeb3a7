-- When an open invitation was taken back: it stays in the list of what was given out, and works no more.
ALTER TABLE invitation ADD COLUMN revoked_at INTEGER;
