-- Of several orders in one message the first is begun at once; these wait until it is done. JSON array of texts as they would be typed.
ALTER TABLE dialog ADD COLUMN orders_left TEXT;
ALTER TABLE dialog ADD COLUMN orders_at INTEGER;
