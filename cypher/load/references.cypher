// Writes what papers cite and what topics and institutions are part of, by id: the other end may not be loaded yet.
// mode: write
// param rows: list of map
// param source: string
// returns: rows
UNWIND $rows AS row
MATCH (:Identifier {id: row.id})-[:IDENTIFIES]->(n)
UNWIND row.to AS to
MERGE (i:Identifier {id: to.id})
CREATE (n)-[r:REFERS_TO]->(i)
SET r = to.fields, r.source = $source
RETURN count(*) AS rows
