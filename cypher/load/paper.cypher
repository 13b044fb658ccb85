// Writes nodes of the kind Paper with their ids; `core` holds the fields when this source is the preferred one.
// mode: write
// param rows: list of map
// param source: string
// returns: rows
UNWIND $rows AS row
MERGE (n:Paper {id: row.node})
FOREACH (fields IN row.core | SET n += fields)
SET n:Stale
WITH n, row
UNWIND row.ids AS known
MERGE (i:Identifier {id: known.id})
SET i += known.record
MERGE (i)-[f:IDENTIFIES]->(n)
ON CREATE SET f.sources = [$source]
ON MATCH SET f.sources = CASE WHEN $source IN f.sources THEN f.sources ELSE f.sources + $source END
RETURN count(*) AS rows
