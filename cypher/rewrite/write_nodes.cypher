// Writes nodes of another database, and says which became which.
// mode: write
// param rows: list of map
// returns: old, new
UNWIND $rows AS row
CREATE (n:$(row.labels))
SET n = row.facts
RETURN row.key AS old, elementId(n) AS new
