// Writes edges between nodes of this database.
// mode: write
// param rows: list of map
// returns: rows
UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row.start
MATCH (b) WHERE elementId(b) = row.end
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.facts
RETURN count(*) AS rows
