-- How much a person sent within a day: the quota of files asks for it with each one.
CREATE INDEX attachment_by_chat ON attachment (chat, received_at);
