-- Somebody who had joined twice, on two apps, turned out to be one person: the other one goes on.
ALTER TABLE person ADD COLUMN merged_into INTEGER REFERENCES person (id);
