// Writes the topics of papers, united over sources.
// mode: write
// param rows: list of map
// param source: string
// returns: rows
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})
UNWIND row.topics AS link
MATCH (t:Topic {id: link.topic})
MERGE (p)-[h:HAS_TOPIC]->(t)
ON CREATE SET h.sources = [$source], h.score = link.score, h.primary = link.primary
ON MATCH SET h.sources = CASE WHEN $source IN h.sources THEN h.sources ELSE h.sources + $source END,
  h.score = coalesce(link.score, h.score), h.primary = link.primary OR h.primary
RETURN count(*) AS rows
