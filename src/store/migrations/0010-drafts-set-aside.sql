-- What was half done when it was left or made way for something else: it can be fetched back for a day.
ALTER TABLE dialog ADD COLUMN aside_kind TEXT;
ALTER TABLE dialog ADD COLUMN aside_content TEXT;
ALTER TABLE dialog ADD COLUMN aside_at INTEGER;
