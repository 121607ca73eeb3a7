-- What has ended, units' spans and people's roles: every start asks for it, and went through all there are, ended or not.
CREATE INDEX unit_term_ended ON unit_term (valid_to) WHERE valid_to IS NOT NULL;
CREATE INDEX membership_ended ON membership (person, until) WHERE until IS NOT NULL;
-- The cut-offs of a round, and its first: beats ask for them, and went through every task of every round.
CREATE INDEX task_by_cut_off ON task (obligation, period, cut_off_at);
