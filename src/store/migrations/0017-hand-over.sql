-- Whose place as the unit's liaison is taken by whoever joins with it; null = nobody's.
ALTER TABLE invitation ADD COLUMN replaces INTEGER REFERENCES person (id);
CREATE INDEX invitation_by_replaced ON invitation (replaces) WHERE replaces IS NOT NULL;
