-- The few chats that are asked, several times a day, whether they take messages again.
CREATE INDEX chat_unreachable ON chat (state_at) WHERE state <> 'active';
