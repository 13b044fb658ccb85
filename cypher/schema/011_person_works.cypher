// People are found by their number of works: the best known first.
// mode: schema
CREATE INDEX person_works IF NOT EXISTS
FOR (n:Person) ON (n.works)
