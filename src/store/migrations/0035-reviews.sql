-- The queue of reports to review, which the digest counts each working day.
CREATE INDEX task_submitted ON task (cut_off_at, id) WHERE state = 'submitted';
