// Takes back ids that this source no longer gives for its records; an id goes with its last source. Those of an alias
// and of the person to whom it is joined are not mixed.
// mode: write
// param rows: list of map
// param source: string
// returns: rows
UNWIND $rows AS row
MATCH (:Identifier {id: row.id})-[own:IDENTIFIES]->(n)<-[f:IDENTIFIES]-(i:Identifier)
WHERE i.source IS NULL AND $source IN f.sources AND NOT i.id IN row.keep
  AND (f.about = own.about OR f.about IS NULL AND own.about IS NULL)
SET f.sources = [each IN f.sources WHERE each <> $source], n:Stale
WITH f
WHERE size(f.sources) = 0
DELETE f
RETURN count(*) AS rows
