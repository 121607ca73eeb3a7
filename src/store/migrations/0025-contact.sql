-- How many messages in a row were not understood: at the second one people read whom to ask.
ALTER TABLE dialog ADD COLUMN puzzled INTEGER NOT NULL DEFAULT 0;
