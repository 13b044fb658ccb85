// Writes what papers cite and what topics and institutions are part of, by id: the other end may not be loaded yet.
// mode: write
// param rows: list of map
// returns: rows
UNWIND $rows AS row
MATCH (:Identifier {id: row.id})-[:IDENTIFIES]->(n)
MERGE (i:Identifier {id: row.to})
CREATE (n)-[r:REFERS_TO]->(i)
SET r = row.fields
RETURN count(*) AS rows
