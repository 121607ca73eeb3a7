-- When the person of a chat withdrew: its address is needed for one last answer, and then replaced by a name that says nothing.
ALTER TABLE chat ADD COLUMN left_at INTEGER;
CREATE INDEX chat_left ON chat (left_at) WHERE left_at IS NOT NULL;
-- Whoever was merged into somebody merged into somebody who withdrew had been overlooked.
WITH RECURSIVE gone (id) AS (
  SELECT id FROM person WHERE withdrawn_at IS NOT NULL AND merged_into IS NULL
  UNION SELECT p.id FROM person p JOIN gone g ON p.merged_into = g.id
)
UPDATE person SET name = '' WHERE id IN (SELECT id FROM gone);
CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;
