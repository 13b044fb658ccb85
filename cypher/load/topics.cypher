// Writes the topics of papers, united over sources.
// mode: write
// param rows: list of map
// param source: string
// returns: rows
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})
MATCH (t:Topic {id: row.topic})
MERGE (p)-[h:HAS_TOPIC]->(t)
ON CREATE SET h.sources = [$source], h.score = row.score, h.primary = row.primary
ON MATCH SET h.sources = CASE WHEN $source IN h.sources THEN h.sources ELSE h.sources + $source END,
  h.score = coalesce(row.score, h.score), h.primary = row.primary OR h.primary
RETURN count(*) AS rows
