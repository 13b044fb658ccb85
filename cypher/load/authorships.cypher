// Writes authorships; at most one per person and paper, since the old ones are dropped before.
// mode: write
// param rows: list of map
// returns: rows
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})
MATCH (w:Person {id: row.person})
CREATE (w)-[a:AUTHORED]->(p)
SET a = row.fields, w:Stale
RETURN count(*) AS rows
