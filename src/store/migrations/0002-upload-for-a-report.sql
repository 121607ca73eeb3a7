-- An upload page belongs to the person who asked for it and to one report, not only to a chat.
ALTER TABLE upload_link ADD COLUMN person INTEGER REFERENCES person (id);
ALTER TABLE upload_link ADD COLUMN task INTEGER REFERENCES task (id);
