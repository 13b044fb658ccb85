// Gives a person authorships back, those that were set aside as such.
// mode: write
// param id: string
// param rows: list of map
// returns: rows
MATCH (k:Person {id: $id})
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})
FOREACH (_ IN CASE WHEN row.type = 'AUTHORED' THEN [1] ELSE [] END | CREATE (k)-[a:AUTHORED]->(p) SET a = row.edge)
FOREACH (_ IN CASE WHEN row.type = 'SET_ASIDE' THEN [1] ELSE [] END | CREATE (k)-[a:SET_ASIDE]->(p) SET a = row.edge)
RETURN count(*) AS rows
