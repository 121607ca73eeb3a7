-- Which format the content is in: rules of earlier releases are upgraded when they are read (src/plan/stored-rules.ts).
ALTER TABLE rule_book ADD COLUMN format INTEGER NOT NULL DEFAULT 1;
