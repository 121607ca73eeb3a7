-- When the choices of a chat were taken by the platform: a number typed before that meant something else.
ALTER TABLE chat ADD COLUMN menu_at INTEGER;
-- Somebody asked for this message to be sent again: it is not offered for that any more.
ALTER TABLE outbox ADD COLUMN resent INTEGER NOT NULL DEFAULT 0;
CREATE INDEX outbox_in_doubt ON outbox (queued_at) WHERE state = 'unknown';
