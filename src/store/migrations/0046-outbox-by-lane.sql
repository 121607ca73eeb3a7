-- The bot a message goes out by (channel and bot of its chat): with many bots in one process, a look for what one of them may
-- say went through what waits for all of them. It follows the chat wherever that changes.
ALTER TABLE outbox ADD COLUMN lane TEXT NOT NULL DEFAULT '';
UPDATE outbox SET lane = (SELECT channel || '/' || bot FROM chat WHERE chat.id = outbox.chat) WHERE state IN ('queued', 'sending');
CREATE INDEX outbox_in_lane ON outbox (lane, priority, id) WHERE state = 'queued';
DROP INDEX outbox_ready;
