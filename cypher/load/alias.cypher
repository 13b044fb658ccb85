// Writes the records of people who are joined to others: fields stay with the alias, ids lead to the one that is kept.
// A load writes the person that is kept where an unloading took it.
// mode: write
// param rows: list of map
// param stamp: map
// param source: string
// returns: rows
UNWIND $rows AS row
MATCH (n:Alias {id: row.node})
FOREACH (fields IN row.core | SET n += fields)
MERGE (k:Person {id: row.keep})
ON CREATE SET k.name = coalesce(n.name, n.id)
SET k:Stale
MERGE (i:Identifier {id: row.id})
SET i += $stamp, i.hash = row.hash, i.updated = row.updated, i.embedded = row.embedded
MERGE (i)-[f:IDENTIFIES]->(k)
ON CREATE SET f.sources = [$source], f.about = row.node
ON MATCH SET f.sources = CASE WHEN $source IN f.sources THEN f.sources ELSE f.sources + $source END
FOREACH (other IN row.others |
  MERGE (o:Identifier {id: other})
  MERGE (o)-[e:IDENTIFIES]->(k)
  ON CREATE SET e.sources = [$source], e.about = row.node
  ON MATCH SET e.sources = CASE WHEN $source IN e.sources THEN e.sources ELSE e.sources + $source END
)
RETURN count(*) AS rows
