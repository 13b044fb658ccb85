// Writes nodes of the kind Paper with their ids; `core` holds the fields when this source is the preferred one.
// `stamp` is what all records of a load have in common; `others` are further ids of the thing. A paper remembers the
// load that first brought it.
// mode: write
// param rows: list of map
// param stamp: map
// param source: string
// returns: rows
UNWIND $rows AS row
MERGE (n:Paper {id: row.node})
ON CREATE SET n.added_run = $stamp.run
FOREACH (fields IN row.core | SET n += fields)
SET n:Stale
MERGE (i:Identifier {id: row.id})
SET i += $stamp, i.hash = row.hash, i.updated = row.updated, i.embedded = row.embedded
MERGE (i)-[f:IDENTIFIES]->(n)
ON CREATE SET f.sources = [$source]
ON MATCH SET f.sources = CASE WHEN $source IN f.sources THEN f.sources ELSE f.sources + $source END
FOREACH (other IN row.others |
  MERGE (o:Identifier {id: other})
  MERGE (o)-[e:IDENTIFIES]->(n)
  ON CREATE SET e.sources = [$source]
  ON MATCH SET e.sources = CASE WHEN $source IN e.sources THEN e.sources ELSE e.sources + $source END
)
RETURN count(*) AS rows
