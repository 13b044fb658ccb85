// Writes what papers cite, what topics and institutions are part of and where people are, by id: the other end may not be
// loaded yet. What is stated of an alias stands with the person that is kept, and remembers of whom it was stated.
// mode: write
// param rows: list of map
// param source: string
// returns: rows
UNWIND $rows AS row
MATCH (:Identifier {id: row.id})-[f:IDENTIFIES]->(n)
UNWIND row.to AS to
MERGE (i:Identifier {id: to.id})
CREATE (n)-[r:REFERS_TO]->(i)
SET r = to.fields, r.source = $source, r.about = f.about
RETURN count(*) AS rows
