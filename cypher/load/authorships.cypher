// Writes authorships; at most one per person and paper, since the old ones are dropped before.
// mode: write
// param rows: list of map
// param source: string
// returns: rows
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})
UNWIND row.slots AS slot
MATCH (w:Person {id: slot.person})
CREATE (w)-[a:AUTHORED]->(p)
SET a = slot.fields, a.source = $source, w:Stale
RETURN count(*) AS rows
