-- What somebody who has not joined was answered on a day: one greeting, a few refusals of codes, then nothing.
ALTER TABLE chat ADD COLUMN greeted_on TEXT;
ALTER TABLE chat ADD COLUMN refused_on TEXT;
ALTER TABLE chat ADD COLUMN refusals INTEGER NOT NULL DEFAULT 0;
