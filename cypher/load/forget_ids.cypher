// Takes back ids that this source no longer gives for its records; an id goes with its last source.
// mode: write
// param rows: list of map
// param source: string
// returns: rows
UNWIND $rows AS row
MATCH (:Identifier {id: row.id})-[:IDENTIFIES]->(n)<-[f:IDENTIFIES]-(i:Identifier)
WHERE i.source IS NULL AND $source IN f.sources AND NOT i.id IN row.keep
SET f.sources = [each IN f.sources WHERE each <> $source], n:Stale
WITH f
WHERE size(f.sources) = 0
DELETE f
RETURN count(*) AS rows
